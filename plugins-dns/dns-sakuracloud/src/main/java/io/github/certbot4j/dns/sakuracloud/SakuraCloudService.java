package io.github.certbot4j.dns.sakuracloud;

import io.github.certbot4j.dns.RecordSetService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ValueChange;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.http.RestApi;
import io.github.certbot4j.dns.http.RestCall;
import java.util.List;
import java.util.Optional;

/** Zones at Sakura Cloud, by its API 1.1, which knows them as common service items. */
final class SakuraCloudService implements RecordSetService<SakuraCloudZone> {

  private static final String BASE = "https://secure.sakura.ad.jp/cloud/zone/is1a/api/cloud/1.1";
  private static final String ITEM = "CommonServiceItem";
  private static final String SETTINGS = "Settings";
  private static final String STATE = "SettingsHash";
  private static final String RECORDS = "ResourceRecordSets";
  private static final String APEX = "@";
  private static final int NOT_FOUND = 404;

  private final RestApi api;
  private final int ttl;

  SakuraCloudService(ServiceContext context) {
    this.api = context.api(BASE, new SakuraCloudDialect(context.credentials()));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::zone);
  }

  /** The whole query is one JSON text; its filter also lets similar names through. */
  private Optional<Zone> zone(String name) {
    Json filter = Json.object("Filter", Json.object("Provider.Class", "dns", "Name", name));
    RestAnswer answer =
        api.get("/commonserviceitem")
            .rawQuery(RestCall.encoded(filter.toString()))
            .accepting(NOT_FOUND)
            .send();
    if (!answer.isSuccess()) {
      return Optional.empty();
    }
    return answer.json().items("CommonServiceItems").stream()
        .filter(item -> isZone(item, name))
        .findFirst()
        .map(item -> new Zone(name, item.text("ID")));
  }

  private static boolean isZone(Json item, String name) {
    boolean isDns =
        item.find("Provider").map(each -> each.text("Class", "").equals("dns")).orElse(true);
    return isDns && item.find("Status").map(s -> s.text("Zone", "").equals(name)).orElse(false);
  }

  @Override
  public SakuraCloudZone read(Zone zone, String name) {
    Json item = api.get(path(zone)).send().json().at(ITEM);
    String relative = zone.relative(name);
    List<Json> records =
        item.find(SETTINGS)
            .flatMap(settings -> settings.find("DNS"))
            .flatMap(dns -> dns.find(RECORDS))
            .map(Json::items)
            .orElse(List.of());
    return new SakuraCloudZone(
        name, relative.isEmpty() ? APEX : relative, records, item.text(STATE, ""));
  }

  @Override
  public void write(Zone zone, SakuraCloudZone before, ValueChange change) {
    Json records = Json.list(before.after(change, ttl));
    Json item = Json.object(SETTINGS, Json.object("DNS", Json.object(RECORDS, records)));
    Json marked = before.state().isEmpty() ? item : item.with(STATE, before.state());
    api.put(path(zone)).json(Json.object(ITEM, marked)).send();
  }

  private static String path(Zone zone) {
    return "/commonserviceitem/" + zone.id();
  }
}
