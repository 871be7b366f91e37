package io.github.certbot4j.dns.digitalocean;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.http.RestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Domains and records at DigitalOcean, by its API v2. A zone is called by its name. */
final class DigitalOceanService implements RecordService {

  private static final String APEX = "@";
  private static final int PAGE = 200;
  private static final int NOT_FOUND = 404;

  private final RestApi api;
  private final int ttl;

  DigitalOceanService(ServiceContext context) {
    this.api =
        context.api("https://api.digitalocean.com", new DigitalOceanDialect(context.credentials()));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::zone);
  }

  private Optional<Zone> zone(String name) {
    RestAnswer answer = api.get("/v2/domains/" + name).accepting(NOT_FOUND).send();
    return answer.isSuccess()
        ? Optional.of(new Zone(name, answer.json().at("domain").text("name")))
        : Optional.empty();
  }

  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    List<FoundRecord> found = new ArrayList<>();
    boolean more = true;
    for (int page = 1; more; page++) {
      Json answer =
          api.get(records(zone))
              .query("type", "TXT")
              .query("name", name)
              .query("page", page)
              .query("per_page", PAGE)
              .send()
              .json();
      for (Json record : answer.items("domain_records")) {
        if (record.text("type").equals("TXT") && record.text("name").equals(label(zone, name))) {
          found.add(new FoundRecord(record.text("id"), record.text("data")));
        }
      }
      more = hasNext(answer);
    }
    return found;
  }

  private static boolean hasNext(Json answer) {
    return answer.find("links").flatMap(links -> links.find("pages")).stream()
        .anyMatch(pages -> pages.find("next").isPresent());
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    Json body =
        Json.object(
            "type", "TXT", "name", label(zone, record.name()), "data", record.value(), "ttl", ttl);
    return api.post(records(zone)).json(body).send().json().at("domain_record").text("id");
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    api.delete(records(zone) + "/" + record.id()).send();
  }

  private static String label(Zone zone, String name) {
    String relative = zone.relative(name);
    return relative.isEmpty() ? APEX : relative;
  }

  private static String records(Zone zone) {
    return "/v2/domains/" + zone.id() + "/records";
  }
}
