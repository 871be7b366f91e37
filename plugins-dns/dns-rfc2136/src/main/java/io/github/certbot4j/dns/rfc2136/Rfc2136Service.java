package io.github.certbot4j.dns.rfc2136;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** Zones and records of a name server, by queries and by updates that are signed (RFC 8945). */
final class Rfc2136Service implements RecordService {

  private final ServerSettings settings;
  private final ServerConnection server;
  private final int ttl;

  Rfc2136Service(ServiceContext context) {
    this.settings = ServerSettings.of(context.credentials());
    this.server = new ServerConnection(settings, context.patience());
    this.ttl = context.ttl();
  }

  /**
   * A name without a dot may be a zone too: there are name servers for networks without Internet.
   */
  @Override
  public ZoneLookup zones() {
    return new ZoneLookup.ByName(this::zone, true);
  }

  /** Recursion isn't wanted: a resolver would show zones that it doesn't hold. */
  private Optional<Zone> zone(String text) {
    Name name = name(text);
    Message answer = ask(name, Type.SOA);
    boolean held =
        answer.getRcode() == Rcode.NOERROR
            && answer.getHeader().getFlag(Flags.AA)
            && answer.getSection(Section.ANSWER).stream()
                .anyMatch(entry -> entry.getType() == Type.SOA && entry.getName().equals(name));
    return held ? Optional.of(new Zone(text, text)) : Optional.empty();
  }

  /** A server that answers no such query shows no records; updates need none to be known. */
  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    List<FoundRecord> found = new ArrayList<>();
    Message answer = ask(name(name), Type.TXT);
    for (Record entry : answer.getSection(Section.ANSWER)) {
      if (entry instanceof TXTRecord text && entry.getName().equals(name(name))) {
        String value = String.join("", text.getStrings());
        found.add(new FoundRecord(value, value));
      }
    }
    return found;
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    Update update = new Update(name(zone.name()));
    update.add(new TXTRecord(name(record.name()), DClass.IN, ttl, record.value()));
    send(update);
    return record.value();
  }

  /** Removes exactly this value; that it is absent is no error. */
  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    Update update = new Update(name(zone.name()));
    update.delete(new TXTRecord(name(name), DClass.IN, 0, record.value()));
    send(update);
  }

  private Message ask(Name name, int type) {
    Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
    query.getHeader().unsetFlag(Flags.RD);
    Message answer = server.ask(query, settings.signQueries());
    if (!settings.signQueries() && answer.getRcode() == Rcode.REFUSED) {
      answer = server.ask(query, true);
      checkSignature(answer);
    } else if (settings.signQueries()) {
      checkSignature(answer);
    }
    return answer;
  }

  private void send(Update update) {
    Message answer = server.update(update);
    checkSignature(answer);
    if (answer.getRcode() == Rcode.NOERROR) {
      if (!answer.isSigned() || !answer.isVerified()) {
        throw new DnsTroubleException(
            DnsTrouble.of(
                    Kind.BAD_RESPONSE,
                    "the answer is not signed with the key, so it proves nothing")
                .withHint("Somebody else may have answered in the server's place."));
      }
      return;
    }
    throw refused(answer);
  }

  /** dnsjava only logs what is wrong with a signature. */
  private static void checkSignature(Message answer) {
    TSIGRecord signature = answer.getTSIG();
    if (signature == null || signature.getError() == Rcode.NOERROR) {
      return;
    }
    String hint =
        switch (signature.getError()) {
          case Rcode.BADSIG -> "Is dns_rfc2136_secret right?";
          case Rcode.BADKEY -> "Are dns_rfc2136_name and dns_rfc2136_algorithm those of the key?";
          case Rcode.BADTIME -> "Are the clocks of this machine and of the server right?";
          default -> "";
        };
    throw new DnsTroubleException(
        new DnsTrouble(
            Kind.BAD_CREDENTIALS,
            0,
            Rcode.TSIGstring(signature.getError()),
            "the server does not accept the signature",
            hint));
  }

  private static DnsTroubleException refused(Message answer) {
    String code = Rcode.string(answer.getRcode());
    DnsTrouble trouble =
        new DnsTrouble(Kind.REJECTED, 0, code, "the server refuses the update", "");
    return new DnsTroubleException(
        switch (answer.getRcode()) {
          case Rcode.REFUSED ->
              trouble
                  .withKind(Kind.NO_PERMISSION)
                  .withHint("May the key update TXT records at this name (update-policy)?");
          case Rcode.NOTAUTH ->
              trouble.withHint("Is the server the primary one of the zone, or is the key wrong?");
          case Rcode.NOTZONE -> trouble.withHint("Is the name in the zone?");
          case Rcode.SERVFAIL -> trouble.withKind(Kind.UNAVAILABLE);
          default -> trouble;
        });
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new DnsTroubleException(
          DnsTrouble.of(Kind.REJECTED, text + " is not a domain name"), e);
    }
  }
}
