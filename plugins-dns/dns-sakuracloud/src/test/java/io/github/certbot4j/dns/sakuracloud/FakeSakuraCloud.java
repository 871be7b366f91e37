package io.github.certbot4j.dns.sakuracloud;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.dns.http.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sakura Cloud's API 1.1. A zone's state is called after its records. */
public final class FakeSakuraCloud extends FakeProvider {

  public static final String TOKEN = "sakura-token-1234567890";
  public static final String SECRET = "sakura-secret-1234567890";

  private static final String ITEMS = "/cloud/zone/is1a/api/cloud/1.1/commonserviceitem";

  public FakeSakuraCloud() {
    super("secure.sakura.ad.jp");
    route("GET", ITEMS, (request, parts) -> search(request));
    route("GET", ITEMS + "/{id}", (request, parts) -> read(parts));
    route("PUT", ITEMS + "/{id}", this::replace);
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    String right = BasicAuth.headers(TOKEN, SECRET).get("Authorization");
    return request.header("Authorization").equals(right)
        ? Optional.empty()
        : Optional.of(error(401, "unauthorized", "error-unauthorized"));
  }

  /** The filter is not exact: it finds names that contain the wanted one, and other classes. */
  private FakeAnswer search(FakeRequest request) {
    Json query = Json.parse(URLDecoder.decode(request.query(), StandardCharsets.UTF_8));
    String wanted = query.at("Filter").text("Name");
    if (!query.at("Filter").text("Provider.Class").equals("dns")) {
      throw new FakeRequest.Strictness("a search in other classes");
    }
    List<Json> found = new ArrayList<>();
    // Other clients trust the filter.
    if (isStrict()) {
      found.add(
          Json.object(
              "ID",
              "1",
              "Name",
              wanted,
              "Provider",
              Json.object("Class", "gslb"),
              "Status",
              Json.object("Zone", wanted)));
    }
    zones().all().stream()
        .filter(zone -> zone.name().contains(wanted))
        .map(this::item)
        .forEach(found::add);
    return FakeAnswer.json(
        200,
        Json.object("CommonServiceItems", Json.list(found), "Total", found.size(), "is_ok", true));
  }

  private FakeAnswer read(List<String> parts) {
    return zones()
        .byId(parts.get(0))
        .map(zone -> FakeAnswer.json(200, Json.object("CommonServiceItem", item(zone))))
        .orElseGet(() -> error(404, "not_found", "not found"));
  }

  private FakeAnswer replace(FakeRequest request, List<String> parts) {
    Json item = request.json("CommonServiceItem").at("CommonServiceItem");
    Optional<FakeZone> found = zones().byId(parts.get(0));
    if (found.isEmpty()) {
      return error(404, "not_found", "not found");
    }
    FakeZone zone = found.get();
    if (zone.isReadOnly()) {
      return error(403, "forbidden", "not permitted");
    }
    if (isStrict() && item.find("SettingsHash").isEmpty()) {
      throw new FakeRequest.Strictness("no SettingsHash");
    }
    if (!item.text("SettingsHash", state(zone)).equals(state(zone))) {
      return error(409, "conflict", "SettingsHash differs");
    }
    List<FakeRecord> after = new ArrayList<>();
    for (Json record : item.at("Settings").at("DNS").items("ResourceRecordSets")) {
      after.add(record(zone, record));
    }
    zone.records().forEach(record -> zone.remove(record.id()));
    after.forEach(zone::put);
    return FakeAnswer.json(200, Json.object("CommonServiceItem", item(zone)));
  }

  /** Records have no ids; what is written back as it was read is the same record. */
  private FakeRecord record(FakeZone zone, Json json) {
    String name = json.text("Name");
    if (name.equals(zone.name()) || name.endsWith("." + zone.name()) || name.endsWith(".")) {
      throw new FakeRequest.Strictness("a name that is not relative to the zone");
    }
    FakeRecord written =
        new FakeRecord(
            json.text("x_id", zones().newId()),
            json.text("Type"),
            zone.absolute(name.equals("@") ? "" : name),
            json.text("RData"),
            (int) json.number("TTL", 0));
    Optional<FakeRecord> before = zone.byId(written.id());
    if (before.isPresent() && !before.get().equals(written)) {
      throw new FakeRequest.Strictness("a record was not written back as it was read");
    }
    return written;
  }

  private Json item(FakeZone zone) {
    List<Json> records = zone.records().stream().map(record -> json(zone, record)).toList();
    return Json.object(
        "ID",
        zone.id(),
        "Name",
        zone.name(),
        "Settings",
        Json.object("DNS", Json.object("ResourceRecordSets", Json.list(records))),
        "SettingsHash",
        state(zone),
        "Status",
        Json.object("Zone", zone.name()),
        "Provider",
        Json.object("Class", "dns"));
  }

  private static Json json(FakeZone zone, FakeRecord record) {
    String name = zone.relative(record.name());
    return Json.object(
        "Name", name.isEmpty() ? "@" : name,
        "Type", record.type(),
        "RData", record.value(),
        "TTL", record.ttl(),
        "x_id", record.id());
  }

  private static String state(FakeZone zone) {
    return Integer.toHexString(zone.records().hashCode());
  }

  private static FakeAnswer error(int status, String code, String message) {
    return FakeAnswer.json(
        status,
        Json.object(
            "is_fatal", true, "status", status + " x", "error_code", code, "error_msg", message));
  }
}
