package io.github.certbot4j.dns.cloudflare;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestApi;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Zones and records at Cloudflare, by its API v4. */
final class CloudflareService implements RecordService {

  private static final int PAGE = 100;
  private static final List<String> IDENTICAL_RECORD = List.of("81057", "81058");

  private final RestApi api;
  private final int ttl;

  CloudflareService(ServiceContext context) {
    this.api =
        context.api(
            "https://api.cloudflare.com/client/v4", new CloudflareDialect(context.credentials()));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::zone);
  }

  /** Other endpoints, such as a zone's details, are closed to tokens for DNS only. */
  private Optional<Zone> zone(String name) {
    List<Json> zones =
        api.get("/zones").query("name", name).query("per_page", 1).send().json().items("result");
    return zones.stream().findFirst().map(zone -> new Zone(name, zone.text("id")));
  }

  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    List<FoundRecord> records = new ArrayList<>();
    long pages = 1;
    for (int page = 1; page <= pages; page++) {
      Json answer =
          api.get(records(zone))
              .query("type", "TXT")
              .query("name", name)
              .query("page", page)
              .query("per_page", PAGE)
              .send()
              .json();
      for (Json record : answer.items("result")) {
        records.add(new FoundRecord(record.text("id"), record.text("content")));
      }
      pages = answer.find("result_info").map(info -> info.number("total_pages", 1)).orElse(1L);
    }
    return records;
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    Json body =
        Json.object("type", "TXT", "name", record.name(), "content", record.value(), "ttl", ttl);
    try {
      return api.post(records(zone)).json(body).send().json().at("result").text("id");
    } catch (DnsTroubleException e) {
      if (IDENTICAL_RECORD.contains(e.trouble().code())) {
        return "";
      }
      throw e;
    }
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    api.delete(records(zone) + "/" + record.id()).send();
  }

  private static String records(Zone zone) {
    return "/zones/" + zone.id() + "/dns_records";
  }
}
