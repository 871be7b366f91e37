package io.github.certbot4j.dns.dnsimple;

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
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.List;
import java.util.Optional;

/** Zones and records at DNSimple, by its API v2. A zone's id starts with its account. */
final class DnsimpleService implements RecordService {

  private static final int PAGE = 100;
  private static final int NOT_FOUND = 404;

  private final RestApi api;
  private final int ttl;
  private List<String> accounts = List.of();

  DnsimpleService(ServiceContext context) {
    this.api =
        context.api("https://api.dnsimple.com/v2", new DnsimpleDialect(context.credentials()));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::zone);
  }

  private Optional<Zone> zone(String name) {
    if (accounts.isEmpty()) {
      accounts = visibleAccounts();
    }
    for (String account : accounts) {
      String id = account + "/zones/" + name;
      RestAnswer answer = api.get("/" + id).accepting(NOT_FOUND).send();
      if (answer.isSuccess() && answer.json().at("data").text("name").equals(name)) {
        return Optional.of(new Zone(name, id));
      }
    }
    return Optional.empty();
  }

  /** A token belongs to one account, or to a user, who may have several. */
  private List<String> visibleAccounts() {
    Json owner = api.get("/whoami").send().json().at("data");
    Optional<Json> account = owner.find("account");
    if (account.isPresent()) {
      return List.of(account.get().text("id"));
    }
    List<String> ids =
        api.get("/accounts").send().json().items("data").stream()
            .map(each -> each.text("id"))
            .toList();
    if (ids.isEmpty()) {
      throw new DnsTroubleException(
          DnsTrouble.of(Kind.NO_PERMISSION, "no account is visible to this token"));
    }
    return ids;
  }

  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    String relative = zone.relative(name);
    return Pages.all(page -> page(zone, relative, page), DnsimpleService::pages).stream()
        .flatMap(answer -> answer.items("data").stream())
        .filter(record -> record.text("name").equals(relative))
        .map(record -> new FoundRecord(record.text("id"), record.text("content")))
        .toList();
  }

  private Json page(Zone zone, String relative, int page) {
    return api.get(records(zone))
        .query("type", "TXT")
        .query("name", relative)
        .query("page", page)
        .query("per_page", PAGE)
        .send()
        .json();
  }

  private static long pages(Json answer) {
    return answer.find("pagination").map(all -> all.number("total_pages", 1)).orElse(1L);
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    String name = zone.relative(record.name());
    Json body = Json.object("type", "TXT", "name", name, "content", record.value(), "ttl", ttl);
    return api.post(records(zone)).json(body).send().json().at("data").text("id");
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    api.delete(records(zone) + "/" + record.id()).send();
  }

  private static String records(Zone zone) {
    return "/" + zone.id() + "/records";
  }
}
