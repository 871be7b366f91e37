package io.github.certbot4j.dns.ovh;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.http.RestApi;
import io.github.certbot4j.spi.Waiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Zones and records at OVH, by its API 1.0. Changes are live after a refresh of the zone. */
final class OvhService implements RecordService {

  private static final int NOT_FOUND = 404;

  private final RestApi api;
  private final RestApi unsigned;
  private final Waiter waiter;
  private final int ttl;
  private boolean clockKnown;
  private long secondsAhead;

  OvhService(ServiceContext context) {
    String url =
        OvhEndpoint.find(context.credentials().get(OvhPlugin.ENDPOINT)).orElseThrow().url();
    this.api = context.api(url, new OvhDialect(context.credentials(), this::serviceTime));
    this.unsigned = context.api(url, new FixedLogin(Map.of()) {});
    this.waiter = context.plugin().waiter();
    this.ttl = context.ttl();
  }

  /** Signatures hold for moments only, and by the service's clock. */
  private long serviceTime() {
    if (!clockKnown) {
      long time = unsigned.get("/auth/time").send().json().number();
      secondsAhead = time - waiter.now().getEpochSecond();
      clockKnown = true;
    }
    return waiter.now().getEpochSecond() + secondsAhead;
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::zone);
  }

  /** The list of all zones would need rights for all of them. */
  private Optional<Zone> zone(String name) {
    RestAnswer answer = api.get(path(name) + "/status").accepting(NOT_FOUND).send();
    return answer.isSuccess() && answer.json().isTrue("isDeployed")
        ? Optional.of(new Zone(name, name))
        : Optional.empty();
  }

  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    String records = records(zone);
    List<Json> ids =
        api.get(records)
            .query("fieldType", "TXT")
            .query("subDomain", zone.relative(name))
            .send()
            .json()
            .items();
    List<FoundRecord> found = new ArrayList<>();
    for (Json id : ids) {
      RestAnswer answer = api.get(records + "/" + id.text()).accepting(NOT_FOUND).send();
      if (answer.isSuccess()) {
        found.add(new FoundRecord(id.text(), answer.json().text("target")));
      }
    }
    return found;
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    Json body =
        Json.object(
            "fieldType",
            "TXT",
            "subDomain",
            zone.relative(record.name()),
            "target",
            record.value(),
            "ttl",
            ttl);
    return api.post(records(zone)).json(body).send().json().text("id");
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    api.delete(records(zone) + "/" + record.id()).send();
  }

  @Override
  public void publish(Zone zone) {
    api.post(path(zone.id()) + "/refresh").repeatable().send();
  }

  private static String records(Zone zone) {
    return path(zone.id()) + "/record";
  }

  private static String path(String zone) {
    return "/domain/zone/" + zone;
  }
}
