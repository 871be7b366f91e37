package io.github.certbot4j.dns.cloudflare;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.Pages;
import io.github.certbot4j.dns.http.RestApi;
import io.github.certbot4j.dns.http.RestCall;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Zones and records at Cloudflare, by its API v4. */
final class CloudflareService implements RecordService {

  private static final int ZONES_PER_PAGE = 50;
  private static final int RECORDS_PER_PAGE = 100;
  private static final int BAD_REQUEST = 400;

  private final RestApi api;
  private final int ttl;
  private List<Zone> all = List.of();

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
    try {
      List<Json> zones = results("/zones", Map.of("name", name), ZONES_PER_PAGE);
      return zones.stream().findFirst().map(zone -> new Zone(name, zone.text("id")));
    } catch (DnsTroubleException e) {
      if (e.trouble().status() != BAD_REQUEST || !e.is(Kind.REJECTED)) {
        throw e;
      }
      // The service has announced that it may take no names here any more.
      return listed().stream().filter(zone -> zone.name().equals(name)).findFirst();
    }
  }

  private List<Zone> listed() {
    if (all.isEmpty()) {
      all =
          results("/zones", Map.of(), ZONES_PER_PAGE).stream()
              .map(zone -> new Zone(zone.text("name"), zone.text("id")))
              .toList();
    }
    return all;
  }

  private List<Json> results(String path, Map<String, String> filters, int perPage) {
    return Pages.all(page -> page(path, filters, perPage, page), CloudflareService::pages).stream()
        .flatMap(answer -> answer.items("result").stream())
        .toList();
  }

  private Json page(String path, Map<String, String> filters, int perPage, int page) {
    RestCall call = api.get(path);
    filters.forEach(call::query);
    return call.query("page", page).query("per_page", perPage).send().json();
  }

  private static long pages(Json answer) {
    return answer.find("result_info").map(info -> info.number("total_pages", 1)).orElse(1L);
  }

  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    return results(records(zone), Map.of("type", "TXT", "name", name), RECORDS_PER_PAGE).stream()
        .map(record -> new FoundRecord(record.text("id"), record.text("content")))
        .toList();
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    Json body =
        Json.object("type", "TXT", "name", record.name(), "content", record.value(), "ttl", ttl);
    return api.post(records(zone)).json(body).send().json().at("result").text("id");
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    api.delete(records(zone) + "/" + record.id()).send();
  }

  private static String records(Zone zone) {
    return "/zones/" + zone.id() + "/dns_records";
  }
}
