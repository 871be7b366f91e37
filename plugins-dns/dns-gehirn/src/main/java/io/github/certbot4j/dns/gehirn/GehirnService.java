package io.github.certbot4j.dns.gehirn;

import io.github.certbot4j.dns.RecordSetService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ValueChange;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestApi;
import java.util.ArrayList;
import java.util.List;

/** Zones and record sets at Gehirn, by its DNS API v1. A zone's id includes its version. */
final class GehirnService implements RecordSetService<GehirnSet> {

  private final RestApi api;
  private final int ttl;

  GehirnService(ServiceContext context) {
    this.api =
        context.api("https://api.gis.gehirn.jp/dns/v1", new GehirnDialect(context.credentials()));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.fromList(this::list);
  }

  private List<Zone> list() {
    return api.get("/zones").send().json().items().stream()
        .map(
            zone ->
                new Zone(
                    zone.text("name"),
                    zone.text("id") + "/versions/" + zone.text("current_version_id")))
        .toList();
  }

  @Override
  public GehirnSet read(Zone zone, String name) {
    return new GehirnSet(
        name,
        api.get(records(zone)).send().json().items().stream()
            .filter(set -> set.text("type").equals("TXT") && set.text("name").equals(name + "."))
            .findFirst());
  }

  @Override
  public void write(Zone zone, GehirnSet before, ValueChange change) {
    List<Json> records = new ArrayList<>();
    before.records().stream()
        .filter(record -> change.keeps(GehirnSet.valueOf(record)))
        .forEach(records::add);
    change.added().forEach(value -> records.add(GehirnSet.record(value)));
    if (before.asRead().isEmpty()) {
      // Done twice it is a conflict, and what is there is read again.
      api.post(records(zone)).json(newSet(before.name(), records)).repeatable().send();
      return;
    }
    Json set = before.asRead().get();
    String path = records(zone) + "/" + set.text("id");
    if (records.isEmpty()) {
      api.delete(path).send();
    } else {
      api.put(path).json(GehirnSet.withRecords(set, records)).send();
    }
  }

  private Json newSet(String name, List<Json> records) {
    Json set = Json.object("type", "TXT", "name", name + ".", "enable_alias", false, "ttl", ttl);
    return GehirnSet.withRecords(set, records);
  }

  private static String records(Zone zone) {
    return "/zones/" + zone.id() + "/records";
  }
}
