package io.github.certbot4j.dns.gehirn;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.dns.http.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gehirn's DNS API v1. A set's id is its type and name; versions are told by the number 1. */
public final class FakeGehirn extends FakeProvider {

  public static final String TOKEN = "gehirn-token-1234567890";
  public static final String SECRET = "gehirn-secret-1234567890";

  private static final String SETS = "/dns/v1/zones/{zone}/versions/{version}/records";

  public FakeGehirn() {
    super("api.gis.gehirn.jp");
    route("GET", "/dns/v1/zones", (request, parts) -> FakeAnswer.json(200, Json.list(zoneList())));
    route("GET", SETS, (request, parts) -> sets(zone(parts)));
    route("POST", SETS, this::create);
    route("PUT", SETS + "/{set}", this::replace);
    route("DELETE", SETS + "/{set}", this::delete);
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    String right = BasicAuth.headers(TOKEN, SECRET).get("Authorization");
    return request.header("Authorization").equals(right)
        ? Optional.empty()
        : Optional.of(error(401, "Unauthorized"));
  }

  private List<Json> zoneList() {
    return zones().all().stream()
        .map(
            zone ->
                Json.object(
                    "id", zone.id(),
                    "name", zone.name(),
                    "current_version_id", "V" + zone.id(),
                    "current_version", Json.object("id", "V" + zone.id(), "editable", true)))
        .toList();
  }

  private Optional<FakeZone> zone(List<String> parts) {
    return zones().byId(parts.get(0)).filter(zone -> parts.get(1).equals("V" + zone.id()));
  }

  private static FakeAnswer sets(Optional<FakeZone> zone) {
    if (zone.isEmpty()) {
      return error(404, "Not Found");
    }
    Set<String> ids = new LinkedHashSet<>();
    zone.get().records().forEach(record -> ids.add(id(record.type(), record.name())));
    return FakeAnswer.json(200, Json.list(ids.stream().map(id -> set(zone.get(), id)).toList()));
  }

  private static String id(String type, String name) {
    return type + "-" + name;
  }

  private static Json set(FakeZone zone, String id) {
    int dash = id.indexOf('-');
    String type = id.substring(0, dash);
    String name = id.substring(dash + 1);
    List<FakeRecord> records = zone.at(name, type);
    return Json.object(
        "id",
        id,
        "type",
        type,
        "name",
        name + ".",
        "enable_alias",
        false,
        "ttl",
        records.get(0).ttl(),
        "x_extra",
        "kept",
        "records",
        Json.list(records.stream().map(record -> Json.object("data", record.value())).toList()));
  }

  private FakeAnswer create(FakeRequest request, List<String> parts) {
    Json body = request.json("type", "name", "enable_alias", "ttl", "records");
    return store(zone(parts).orElseThrow(), body, true);
  }

  private FakeAnswer replace(FakeRequest request, List<String> parts) {
    Json body = request.json("id", "type", "name", "enable_alias", "ttl", "x_extra", "records");
    FakeZone zone = zone(parts).orElseThrow();
    if (!body.text("id").equals(parts.get(2)) || !body.text("x_extra").equals("kept")) {
      throw new FakeRequest.Strictness("the set was not written back as it was read");
    }
    return store(zone, body, false);
  }

  private FakeAnswer store(FakeZone zone, Json body, boolean isNew) {
    if (zone.isReadOnly()) {
      return error(403, "Forbidden");
    }
    if (!body.text("name").endsWith(zone.name() + ".") || body.items("records").isEmpty()) {
      throw new FakeRequest.Strictness("a name without final dot, or no records");
    }
    String name = body.text("name").substring(0, body.text("name").length() - 1);
    String type = body.text("type");
    if (isNew != zone.at(name, type).isEmpty()) {
      return error(409, "Conflict");
    }
    zone.removeAt(name, type);
    for (Json record : body.items("records")) {
      zone.put(
          new FakeRecord(
              zones().newId(), type, name, record.text("data"), (int) body.number("ttl", 0)));
    }
    return FakeAnswer.json(200, set(zone, id(type, name)));
  }

  private FakeAnswer delete(FakeRequest request, List<String> parts) {
    FakeZone zone = zone(parts).orElseThrow();
    String name = parts.get(2).substring(parts.get(2).indexOf('-') + 1);
    if (zone.at(name, "TXT").isEmpty()) {
      return error(404, "Not Found");
    }
    Json gone = set(zone, parts.get(2));
    zone.removeAt(name, "TXT");
    return FakeAnswer.json(200, gone);
  }

  private static FakeAnswer error(int status, String description) {
    return FakeAnswer.json(status, Json.object("code", status, "description", description));
  }
}
