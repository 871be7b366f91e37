package io.github.certbot4j.dns;

import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.contract.FakeZones;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A plugin whose service is an object of the test; a token opens the zones that it is for. */
final class SimplePlugin extends DnsPlugin {

  static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "simple",
              "Simple",
              CredentialsForm.ini(
                  "Simple credentials file",
                  new CredentialKey("token", Use.SECRET, "a token", "abc"),
                  new CredentialKey("note", Use.OPTIONAL, "anything", "x")))
          .waitSeconds(40)
          .build();

  private final FakeZones zones;
  private final List<String> journal = new ArrayList<>();
  private Consumer<String> beforeChange = what -> {};

  SimplePlugin(FakeZones zones) {
    super(DECLARATION);
    this.zones = zones;
  }

  /** Which token did what. */
  List<String> journal() {
    return journal;
  }

  /** Lets something happen, or fail, before each change. */
  SimplePlugin before(Consumer<String> action) {
    beforeChange = action;
    return this;
  }

  private void note(String what) {
    beforeChange.accept(what);
    journal.add(what);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new SimpleService(context.credentials().get("token"));
  }

  private final class SimpleService implements RecordService {

    private final String token;

    SimpleService(String token) {
      this.token = token;
    }

    /** A token with the name of a zone in it is for that zone only. */
    @Override
    public ZoneLookup zones() {
      return ZoneLookup.fromList(
          () ->
              zones.all().stream()
                  .filter(zone -> !token.startsWith("only-") || token.endsWith(zone.name()))
                  .map(zone -> new Zone(zone.name(), zone.id()))
                  .toList());
    }

    @Override
    public List<FoundRecord> find(Zone zone, String name) {
      return zones.byId(zone.id()).orElseThrow().at(name, "TXT").stream()
          .map(record -> new FoundRecord(record.id(), record.value()))
          .toList();
    }

    @Override
    public String add(Zone zone, TxtRecord record) {
      FakeZone fake = zones.byId(zone.id()).orElseThrow();
      if (fake.isReadOnly()) {
        throw new DnsTroubleException(DnsTrouble.of(Kind.NO_PERMISSION, "read-only"));
      }
      note(token + " adds " + record.name());
      String id = zones.newId();
      fake.put(new FakeRecord(id, "TXT", record.name(), record.value(), 60));
      return id;
    }

    @Override
    public void delete(Zone zone, String name, FoundRecord record) {
      note(token + " deletes " + name);
      zones.byId(zone.id()).orElseThrow().remove(record.id());
    }
  }
}
