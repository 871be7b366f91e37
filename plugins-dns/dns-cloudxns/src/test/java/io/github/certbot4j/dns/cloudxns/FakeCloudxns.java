package io.github.certbot4j.dns.cloudxns;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.Optional;

/** CloudXNS's API 2 as it was. */
public final class FakeCloudxns extends FakeProvider {

  public static final String KEY = "cloudxns-key-1234567890";
  public static final String SECRET = "cloudxns-secret-1234567890";

  private static final int UNAUTHORIZED = 3;
  private static final int EXISTS = 34;

  public FakeCloudxns() {
    super("www.cloudxns.net");
    route("GET", "/api2/domain", (request, parts) -> domains());
    route("POST", "/api2/record", (request, parts) -> create(request));
    route("GET", "/api2/record/{zone}", this::list);
    route("DELETE", "/api2/record/{record}/{zone}", this::delete);
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    String signed = KEY + request.url() + request.body() + request.header("API-REQUEST-DATE");
    boolean right =
        request.header("API-KEY").equals(KEY)
            && request.header("API-FORMAT").equals("json")
            && request.header("API-HMAC").equals(CloudxnsDialect.signature(signed + SECRET));
    return right ? Optional.empty() : Optional.of(error(400, UNAUTHORIZED, "Unauthorized"));
  }

  private FakeAnswer domains() {
    List<Json> all =
        zones().all().stream()
            .map(zone -> Json.object("id", zone.id(), "domain", zone.name() + ".", "ttl", "600"))
            .toList();
    return FakeAnswer.json(
        200, success().with("total", Integer.toString(all.size())).with("data", Json.list(all)));
  }

  private FakeAnswer list(FakeRequest request, List<String> parts) {
    request.allowQuery("host_id", "offset", "row_num");
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    if (zone.isEmpty()) {
      return error(404, 1, "no such domain");
    }
    List<FakeRecord> all = zone.get().records();
    int from = Math.min(all.size(), Integer.parseInt(request.query("offset", "0")));
    int rows = Math.min(100, Integer.parseInt(request.query("row_num", "10")));
    List<Json> page =
        all.subList(from, Math.min(all.size(), from + rows)).stream()
            .map(record -> json(zone.get(), record))
            .toList();
    return FakeAnswer.json(
        200, success().with("total", Integer.toString(all.size())).with("data", Json.list(page)));
  }

  private FakeAnswer create(FakeRequest request) {
    Json body = request.json("domain_id", "host", "value", "type", "line_id", "ttl");
    FakeZone zone = zones().byId(body.text("domain_id")).orElseThrow();
    if (zone.isReadOnly()) {
      return error(403, 9, "no permission");
    }
    String host = body.text("host");
    String name = zone.absolute(host.equals("@") ? "" : host);
    String value = body.text("value");
    if (zone.at(name, "TXT").stream().anyMatch(record -> record.value().equals(value))) {
      return error(400, EXISTS, "record exists");
    }
    FakeRecord record =
        new FakeRecord(
            zones().newId(), body.text("type"), name, value, (int) body.number("ttl", 0));
    zone.put(record);
    return FakeAnswer.json(
        200, success().with("record_id", Json.list(List.of(Long.parseLong(record.id())))));
  }

  private FakeAnswer delete(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byId(parts.get(1));
    boolean gone = zone.isPresent() && zone.get().remove(parts.get(0));
    return gone ? FakeAnswer.json(200, success()) : error(404, 2, "no such record");
  }

  private static Json json(FakeZone zone, FakeRecord record) {
    String host = zone.relative(record.name());
    return Json.object(
        "record_id",
        record.id(),
        "host",
        host.isEmpty() ? "@" : host,
        "value",
        record.type().equals("TXT") ? '"' + record.value() + '"' : record.value(),
        "type",
        record.type(),
        "ttl",
        Integer.toString(record.ttl()),
        "line_id",
        "1");
  }

  private static Json success() {
    return Json.object("code", 1, "message", "success");
  }

  private static FakeAnswer error(int status, int code, String message) {
    return FakeAnswer.json(status, Json.object("code", code, "message", message));
  }
}
