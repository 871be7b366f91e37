package io.github.certbot4j.dns.cloudflare;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.Optional;

/** Cloudflare's API v4, as far as a token for DNS may use it. */
public final class FakeCloudflare extends FakeProvider {

  /** The token that it knows. */
  public static final String TOKEN = "cf-token-0123456789abcdef0123456789abcde";

  static final String EMAIL = "user@example.com";
  static final String KEY = "cf-key-0123456789abcdef0123456789abc";

  private boolean namesRefused;
  private boolean quotes;

  private static final String BASE = "/client/v4";

  public FakeCloudflare() {
    super("api.cloudflare.com");
    zones().idsMadeBy(number -> "%032x".formatted(number));
    route("GET", BASE + "/zones", this::listZones);
    route("GET", BASE + "/zones/{id}/dns_records", this::listRecords);
    route("POST", BASE + "/zones/{id}/dns_records", this::create);
    route("DELETE", BASE + "/zones/{id}/dns_records/{record}", this::delete);
  }

  /** From now on zones can't be asked for by name. */
  void refuseNames() {
    namesRefused = true;
  }

  /** From now on TXT records are stored in quotes. */
  void keepQuotes() {
    quotes = true;
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    String bearer = request.header("Authorization");
    String email = request.header("X-Auth-Email");
    String key = request.header("X-Auth-Key");
    if (bearer.isEmpty() == (email.isEmpty() && key.isEmpty())) {
      throw new FakeRequest.Strictness("not exactly one way to authenticate");
    }
    if (bearer.isEmpty()) {
      return refuseKey(email, key);
    }
    if (bearer.contains("malformed")) {
      return Optional.of(
          FakeAnswer.json(
              400,
              "{'success':false,'errors':[{'code':6003,'message':'Invalid request headers',"
                  + "'error_chain':[{'code':6111,'message':'Invalid format for Authorization"
                  + " header'}]}],'messages':[],'result':null}"));
    }
    return bearer.equals("Bearer " + TOKEN)
        ? Optional.empty()
        : Optional.of(error(403, 9109, "Invalid access token"));
  }

  private static Optional<FakeAnswer> refuseKey(String email, String key) {
    return email.equals(EMAIL) && key.equals(KEY)
        ? Optional.empty()
        : Optional.of(error(403, 9103, "Unknown X-Auth-Key or X-Auth-Email"));
  }

  private FakeAnswer listZones(FakeRequest request, List<String> parts) {
    request.allowQuery("name", "page", "per_page", "status");
    String name = request.query("name", "");
    if (Integer.parseInt(request.query("per_page", "20")) > 50) {
      throw new FakeRequest.Strictness("more than 50 zones on a page");
    }
    if (!name.isEmpty() && namesRefused) {
      return error(400, 1001, "Filter not supported");
    }
    List<Json> found =
        zones().all().stream()
            .filter(zone -> name.isEmpty() || zone.name().equals(name))
            .map(zone -> Json.object("id", zone.id(), "name", zone.name(), "status", "active"))
            .toList();
    return page(found, request);
  }

  private FakeAnswer listRecords(FakeRequest request, List<String> parts) {
    request.allowQuery("type", "name", "content", "page", "per_page");
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    if (zone.isEmpty()) {
      return error(404, 7003, "Could not route to the zone");
    }
    String content = request.query("content", "");
    List<Json> found =
        zone.get().at(request.query("name", ""), request.query("type", "")).stream()
            .filter(record -> content.isEmpty() || record.value().equals(content))
            .map(this::json)
            .toList();
    return page(found, request);
  }

  private FakeAnswer create(FakeRequest request, List<String> parts) {
    Json body = request.json("type", "name", "content", "ttl");
    FakeZone zone = zones().byId(parts.get(0)).orElseThrow();
    if (zone.isReadOnly()) {
      return error(403, 1009, "Unauthorized to access requested resource");
    }
    long ttl = body.number("ttl", 0);
    String name = body.text("name");
    if (ttl < 60 || ttl > 86_400 || !name.endsWith(zone.name()) || name.endsWith(".")) {
      throw new FakeRequest.Strictness("name or time to live");
    }
    if (zone.at(name, "TXT").stream().anyMatch(r -> r.value().equals(body.text("content")))) {
      return error(400, 81058, "An identical record already exists.");
    }
    FakeRecord record =
        new FakeRecord(zones().newId(), body.text("type"), name, body.text("content"), (int) ttl);
    zone.put(record);
    return success(json(record));
  }

  private FakeAnswer delete(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    boolean gone = zone.isPresent() && zone.get().remove(parts.get(1));
    return gone
        ? success(Json.object("id", parts.get(1)))
        : error(404, 81044, "Record does not exist.");
  }

  private Json json(FakeRecord record) {
    return Json.object(
        "id", record.id(),
        "type", record.type(),
        "name", record.name(),
        "content", quotes ? '"' + record.value() + '"' : record.value(),
        "ttl", record.ttl());
  }

  private static FakeAnswer page(List<Json> all, FakeRequest request) {
    int size = Integer.parseInt(request.query("per_page", "20"));
    int page = Integer.parseInt(request.query("page", "1"));
    int from = Math.min(all.size(), (page - 1) * size);
    List<Json> items = all.subList(from, Math.min(all.size(), from + size));
    return FakeAnswer.json(
        200,
        envelope(true)
            .with("result", Json.list(items))
            .with(
                "result_info",
                Json.object(
                    "page",
                    page,
                    "per_page",
                    size,
                    "count",
                    items.size(),
                    "total_count",
                    all.size(),
                    "total_pages",
                    (all.size() + size - 1) / size)));
  }

  private static FakeAnswer success(Json result) {
    return FakeAnswer.json(200, envelope(true).with("result", result));
  }

  private static FakeAnswer error(int status, int code, String message) {
    return FakeAnswer.json(
        status,
        envelope(false)
            .with("errors", Json.list(List.of(Json.object("code", code, "message", message)))));
  }

  private static Json envelope(boolean success) {
    return Json.object(
        "success", success, "errors", Json.list(List.of()), "messages", Json.list(List.of()));
  }
}
