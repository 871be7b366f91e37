package io.github.certbot4j.dns.contract;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What one DNS server says about the zones of a fake service. */
final class ZoneAnswers {

  private static final int TTL = 60;
  private static final int MOST_ALIASES = 8;

  private final List<FakeZones> zones;
  private final List<String> servers;
  private final Predicate<FakeRecord> shown;
  private final boolean resolver;

  ZoneAnswers(
      List<FakeZones> zones,
      Collection<String> servers,
      Predicate<FakeRecord> shown,
      boolean resolver) {
    this.zones = zones;
    this.servers = List.copyOf(servers);
    this.shown = shown;
    this.resolver = resolver;
  }

  Message to(Message query) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(resolver ? Flags.RA : Flags.AA);
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    Name name = query.getQuestion().getName();
    List<Record> found = new ArrayList<>();
    for (int i = 0; i < MOST_ALIASES; i++) {
      List<Record> step = records(name, query.getQuestion().getType());
      found.addAll(step);
      boolean alias = step.size() == 1 && step.get(0) instanceof CNAMERecord;
      if (!resolver || !alias || query.getQuestion().getType() == Type.CNAME) {
        break;
      }
      name = ((CNAMERecord) step.get(0)).getTarget();
    }
    found.forEach(record -> answer.addRecord(record, Section.ANSWER));
    Optional<FakeZone> zone = zoneOf(plain(query.getQuestion().getName()));
    if (zone.isEmpty()) {
      answer.getHeader().setRcode(resolver ? Rcode.NXDOMAIN : Rcode.REFUSED);
    } else if (found.isEmpty()) {
      answer.addRecord(soa(zone.get()), Section.AUTHORITY);
    }
    return answer;
  }

  private List<Record> records(Name name, int type) {
    String text = plain(name);
    Optional<FakeZone> zone = zoneOf(text);
    List<Record> found = new ArrayList<>();
    if (zone.isEmpty()) {
      return found;
    }
    if (text.equals(zone.get().name()) && type == Type.SOA) {
      found.add(soa(zone.get()));
    }
    for (int i = 0; i < servers.size(); i++) {
      Name server = name("ns" + i + "." + zone.get().name());
      if (text.equals(zone.get().name()) && type == Type.NS) {
        found.add(new NSRecord(name, DClass.IN, TTL, server));
      }
      if (name.equals(server) && type == Type.A) {
        found.add(new ARecord(name, DClass.IN, TTL, address(servers.get(i))));
      }
    }
    found.addAll(stored(zone.get(), name, type));
    return found;
  }

  private List<Record> stored(FakeZone zone, Name name, int type) {
    List<Record> found = new ArrayList<>();
    for (FakeRecord alias : zone.at(plain(name), "CNAME")) {
      found.add(new CNAMERecord(name, DClass.IN, TTL, name(alias.value())));
    }
    if (type == Type.TXT && found.isEmpty()) {
      zone.at(plain(name), "TXT").stream()
          .filter(shown)
          .forEach(text -> found.add(new TXTRecord(name, DClass.IN, TTL, text.value())));
    }
    return found;
  }

  private Optional<FakeZone> zoneOf(String name) {
    return zones.stream()
        .flatMap(each -> each.all().stream())
        .filter(zone -> name.equals(zone.name()) || name.endsWith("." + zone.name()))
        .max(Comparator.comparingInt(zone -> zone.name().length()));
  }

  private static Record soa(FakeZone zone) {
    Name apex = name(zone.name());
    Name server = name("ns0." + zone.name());
    return new SOARecord(apex, DClass.IN, TTL, server, name("root." + zone.name()), 1, 1, 1, 1, 1);
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plain(Name name) {
    return name.toString(true).toLowerCase(Locale.ROOT);
  }
}
