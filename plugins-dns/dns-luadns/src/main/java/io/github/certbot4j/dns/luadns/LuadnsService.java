package io.github.certbot4j.dns.luadns;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestApi;
import java.util.List;

/** Zones and records at LuaDNS, by its API v1. Lists come whole unless pages are asked for. */
final class LuadnsService implements RecordService {

  private final RestApi api;
  private final int ttl;

  LuadnsService(ServiceContext context) {
    this.api = context.api("https://api.luadns.com/v1", new LuadnsDialect(context.credentials()));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.fromList(this::list);
  }

  private List<Zone> list() {
    return api.get("/zones").send().json().items().stream()
        .map(zone -> new Zone(zone.text("name"), zone.text("id")))
        .toList();
  }

  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    return api.get(records(zone)).send().json().items().stream()
        .filter(record -> record.text("type").equals("TXT"))
        .filter(record -> record.text("name").equals(name + "."))
        .map(record -> new FoundRecord(record.text("id"), record.text("content")))
        .toList();
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    Json body =
        Json.object(
            "type", "TXT", "name", record.name() + ".", "content", record.value(), "ttl", ttl);
    return api.post(records(zone)).json(body).send().json().text("id");
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    api.delete(records(zone) + "/" + record.id()).send();
  }

  private static String records(Zone zone) {
    return "/zones/" + zone.id() + "/records";
  }
}
