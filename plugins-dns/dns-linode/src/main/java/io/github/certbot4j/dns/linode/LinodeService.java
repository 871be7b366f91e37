package io.github.certbot4j.dns.linode;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.Pages;
import io.github.certbot4j.dns.http.RestApi;
import java.util.List;
import java.util.Optional;

/** Domains and records at Linode, by its API v4. */
final class LinodeService implements RecordService {

  private static final String FILTER = "X-Filter";
  private static final int PAGE = 500;

  private final RestApi api;
  private final int ttl;

  LinodeService(ServiceContext context) {
    this.api = context.api("https://api.linode.com/v4", new LinodeDialect(context.credentials()));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::zone);
  }

  /** Domains that are copied from elsewhere can't be edited here. */
  private Optional<Zone> zone(String name) {
    return api
        .get("/domains")
        .header(FILTER, Json.object("domain", name).toString())
        .send()
        .json()
        .items("data")
        .stream()
        .filter(domain -> domain.text("domain").equalsIgnoreCase(name))
        .filter(domain -> !domain.text("type", "").equals("slave"))
        .findFirst()
        .map(domain -> new Zone(name, domain.text("id")));
  }

  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    String relative = zone.relative(name);
    return Pages.all(page -> page(zone, page), answer -> answer.number("pages", 1)).stream()
        .flatMap(answer -> answer.items("data").stream())
        .filter(record -> record.text("type").equals("TXT"))
        .filter(record -> record.text("name").equals(relative))
        .map(record -> new FoundRecord(record.text("id"), record.text("target")))
        .toList();
  }

  private Json page(Zone zone, int page) {
    return api.get(records(zone)).query("page", page).query("page_size", PAGE).send().json();
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    Json body =
        Json.object(
            "type",
            "TXT",
            "name",
            zone.relative(record.name()),
            "target",
            record.value(),
            "ttl_sec",
            ttl);
    return api.post(records(zone)).json(body).send().json().text("id");
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    api.delete(records(zone) + "/" + record.id()).send();
  }

  private static String records(Zone zone) {
    return "/domains/" + zone.id() + "/records";
  }
}
