package io.github.certbot4j.dns.luadns;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.Optional;

/** LuaDNS's API v1. */
public final class FakeLuadns extends FakeProvider {

  public static final String EMAIL = "a@b.c";
  public static final String TOKEN = "luadns-token-1234567890";

  private static final String RECORDS = "/v1/zones/{zone}/records";

  private boolean apiIsOff;

  public FakeLuadns() {
    super("api.luadns.com");
    route("GET", "/v1/zones", (request, parts) -> zoneList(request));
    route("GET", RECORDS, this::list);
    route("POST", RECORDS, this::create);
    route("DELETE", RECORDS + "/{record}", this::delete);
  }

  void switchApiOff() {
    apiIsOff = true;
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    String right = BasicAuth.headers(EMAIL, TOKEN).get("Authorization");
    if (!request.header("Authorization").equals(right)) {
      return Optional.of(error(401, "Unauthorized"));
    }
    return apiIsOff ? Optional.of(error(403, "API is disabled")) : Optional.empty();
  }

  private FakeAnswer zoneList(FakeRequest request) {
    request.allowQuery();
    return FakeAnswer.json(
        200,
        Json.list(
            zones().all().stream()
                .map(zone -> Json.object("id", id(zone.id()), "name", zone.name(), "synced", true))
                .toList()));
  }

  private FakeAnswer list(FakeRequest request, List<String> parts) {
    request.allowQuery();
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    return zone.isEmpty()
        ? error(404, "Zone not found")
        : FakeAnswer.json(200, Json.list(zone.get().records().stream().map(this::json).toList()));
  }

  private FakeAnswer create(FakeRequest request, List<String> parts) {
    Json body = request.json("type", "name", "content", "ttl");
    FakeZone zone = zones().byId(parts.get(0)).orElseThrow();
    if (zone.isReadOnly()) {
      return error(403, "Forbidden");
    }
    String name = body.text("name");
    if (!name.endsWith("." + zone.name() + ".") && !name.equals(zone.name() + ".")) {
      throw new FakeRequest.Strictness("a name outside the zone, or without final dot");
    }
    FakeRecord record =
        new FakeRecord(
            zones().newId(),
            body.text("type"),
            name.substring(0, name.length() - 1),
            body.text("content"),
            (int) body.number("ttl", 0));
    zone.put(record);
    return FakeAnswer.json(200, json(record));
  }

  private FakeAnswer delete(FakeRequest request, List<String> parts) {
    Optional<FakeRecord> record =
        zones().byId(parts.get(0)).flatMap(zone -> zone.byId(parts.get(1)));
    if (record.isEmpty()) {
      return error(404, "Record not found");
    }
    zones().byId(parts.get(0)).orElseThrow().remove(parts.get(1));
    return FakeAnswer.json(200, json(record.get()));
  }

  private Json json(FakeRecord record) {
    return Json.object(
        "id", id(record.id()),
        "name", record.name() + ".",
        "type", record.type(),
        "content", record.value(),
        "ttl", record.ttl(),
        "generated", false);
  }

  private static long id(String id) {
    return Long.parseLong(id);
  }

  private static FakeAnswer error(int status, String message) {
    return FakeAnswer.json(
        status, Json.object("status", message, "request_id", "1", "message", message));
  }
}
