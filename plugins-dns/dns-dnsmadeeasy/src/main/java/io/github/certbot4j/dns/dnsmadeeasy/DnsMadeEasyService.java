package io.github.certbot4j.dns.dnsmadeeasy;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.Pages;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.http.RestApi;
import java.util.List;
import java.util.Optional;

/** Managed domains and records at DNS Made Easy, by its API V2.0. Contents come in quotes. */
final class DnsMadeEasyService implements RecordService {

  private static final int NOT_FOUND = 404;

  private final RestApi api;
  private final int ttl;

  DnsMadeEasyService(ServiceContext context) {
    this.api =
        context.api(
            "https://api.dnsmadeeasy.com/V2.0",
            new DnsMadeEasyDialect(context.credentials(), context.plugin().waiter()::now));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::zone);
  }

  private Optional<Zone> zone(String name) {
    RestAnswer answer =
        api.get("/dns/managed/name").query("domainname", name).accepting(NOT_FOUND).send();
    return answer.isSuccess()
        ? Optional.of(new Zone(name, answer.json().text("id")))
        : Optional.empty();
  }

  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    String relative = zone.relative(name);
    return Pages.all(page -> page(zone, relative, page), answer -> answer.number("totalPages", 1))
        .stream()
        .flatMap(answer -> answer.items("data").stream())
        .filter(record -> record.text("name").equals(relative))
        .map(record -> new FoundRecord(record.text("id"), record.text("value")))
        .toList();
  }

  /** The service numbers pages from 0. */
  private Json page(Zone zone, String relative, int page) {
    return api.get(records(zone))
        .query("type", "TXT")
        .query("recordName", relative)
        .query("page", page - 1)
        .send()
        .json();
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    String name = zone.relative(record.name());
    Json body = Json.object("type", "TXT", "name", name, "value", record.value(), "ttl", ttl);
    // Coming again it is refused as there already.
    return api.post(records(zone)).json(body).repeatable().send().json().text("id");
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    api.delete(records(zone) + "/" + record.id()).send();
  }

  private static String records(Zone zone) {
    return "/dns/managed/" + zone.id() + "/records";
  }
}
