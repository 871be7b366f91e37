package io.github.certbot4j.dns.ovh;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** OVH's API 1.0. Its clock is an hour ahead, and what is edited goes live with a refresh. */
public final class FakeOvh extends FakeProvider {

  public static final String APPLICATION_KEY = "ovh-application-key";
  public static final String APPLICATION_SECRET = "ovh-application-secret";
  public static final String CONSUMER_KEY = "ovh-consumer-key";

  private static final long SECONDS_AHEAD = 3600;
  private static final String ZONE = "/1.0/domain/zone/{zone}";

  private final Map<String, List<FakeRecord>> live = new TreeMap<>();
  private String onlyZone = "";

  public FakeOvh() {
    super("eu.api.ovh.com", "ca.api.ovh.com");
    route("GET", "/1.0/auth/time", (request, parts) -> time());
    route("GET", "/1.0/domain/zone/", (request, parts) -> zoneNames());
    route("GET", ZONE + "/status", this::status);
    route("GET", ZONE + "/record", this::list);
    route("GET", ZONE + "/record/{id}", this::read);
    route("POST", ZONE + "/record", this::create);
    route("DELETE", ZONE + "/record/{id}", this::delete);
    route("POST", ZONE + "/refresh", this::refresh);
  }

  /** Limits the rights to one zone. */
  void grantOnly(String zone) {
    onlyZone = zone;
  }

  /** The TXT values that the name servers show. */
  List<String> live(String zone) {
    return live.getOrDefault(zone, List.of()).stream()
        .filter(record -> record.type().equals("TXT"))
        .map(FakeRecord::value)
        .toList();
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    if (request.path().equals("/1.0/auth/time")) {
      return Optional.empty();
    }
    if (!request.header("X-Ovh-Application").equals(APPLICATION_KEY)) {
      return Optional.of(error(403, "INVALID_KEY", "This application key is invalid"));
    }
    if (!request.header("X-Ovh-Consumer").equals(CONSUMER_KEY)) {
      return Optional.of(error(403, "INVALID_CREDENTIAL", "This credential is not valid"));
    }
    String timestamp = request.header("X-Ovh-Timestamp");
    String signed = String.join("+", request.method(), request.url(), request.body(), timestamp);
    String right = OvhDialect.signature(APPLICATION_SECRET, CONSUMER_KEY, signed);
    if (!request.header("X-Ovh-Signature").equals(right)) {
      return Optional.of(error(400, "INVALID_SIGNATURE", "Invalid signature"));
    }
    if (Math.abs(Long.parseLong(timestamp) - seconds()) > Duration.ofSeconds(30).toSeconds()) {
      return Optional.of(error(400, "QUERY_TIME_OUT", "Query out of time"));
    }
    return granted(request);
  }

  private Optional<FakeAnswer> granted(FakeRequest request) {
    boolean allowed =
        onlyZone.isEmpty() || request.path().startsWith("/1.0/domain/zone/" + onlyZone + "/");
    return allowed
        ? Optional.empty()
        : Optional.of(error(403, "NOT_GRANTED_CALL", "This call has not been granted"));
  }

  private FakeAnswer time() {
    return FakeAnswer.json(200, Long.toString(seconds()));
  }

  private long seconds() {
    return now().getEpochSecond() + SECONDS_AHEAD;
  }

  private FakeAnswer zoneNames() {
    return FakeAnswer.json(200, Json.list(zones().all().stream().map(FakeZone::name).toList()));
  }

  private FakeAnswer status(FakeRequest request, List<String> parts) {
    return zones().byName(parts.get(0)).isPresent()
        ? FakeAnswer.json(200, "{'isDeployed':true,'errors':null,'warnings':null}")
        : notFound();
  }

  private FakeAnswer list(FakeRequest request, List<String> parts) {
    request.allowQuery("fieldType", "subDomain");
    Optional<FakeZone> zone = zones().byName(parts.get(0));
    if (zone.isEmpty()) {
      return notFound();
    }
    String name = zone.get().absolute(request.query("subDomain", ""));
    return FakeAnswer.json(
        200,
        Json.list(
            zone.get().at(name, request.query("fieldType", "")).stream()
                .map(record -> Long.parseLong(record.id()))
                .toList()));
  }

  private FakeAnswer read(FakeRequest request, List<String> parts) {
    FakeZone zone = zones().byName(parts.get(0)).orElseThrow();
    return zone.byId(parts.get(1))
        .map(record -> FakeAnswer.json(200, json(zone, record)))
        .orElseGet(FakeOvh::notFound);
  }

  private FakeAnswer create(FakeRequest request, List<String> parts) {
    Json body =
        isStrict()
            ? request.json("fieldType", "subDomain", "target", "ttl")
            : Json.parse(request.body());
    FakeZone zone = zones().byName(parts.get(0)).orElseThrow();
    if (zone.isReadOnly()) {
      return error(403, "NOT_GRANTED_CALL", "This call has not been granted");
    }
    String name = body.text("subDomain");
    if (name.equals(zone.name()) || name.endsWith("." + zone.name())) {
      throw new FakeRequest.Strictness("a name that is not relative to the zone");
    }
    FakeRecord record =
        new FakeRecord(
            zones().newId(),
            body.text("fieldType"),
            zone.absolute(name),
            body.text("target"),
            (int) body.number("ttl", 0));
    zone.put(record);
    return FakeAnswer.json(200, json(zone, record));
  }

  private FakeAnswer delete(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byName(parts.get(0));
    boolean gone = zone.isPresent() && zone.get().remove(parts.get(1));
    return gone ? FakeAnswer.json(200, "null") : notFound();
  }

  /** Since some time it may answer nothing at all, which other clients can't take. */
  private FakeAnswer refresh(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byName(parts.get(0));
    if (zone.isEmpty()) {
      return notFound();
    }
    live.put(zone.get().name(), zone.get().records());
    return isStrict() ? FakeAnswer.empty(200) : FakeAnswer.json(200, "null");
  }

  /** Other clients don't know contents in quotes, and would leave them. */
  private Json json(FakeZone zone, FakeRecord record) {
    return Json.object(
        "id", Long.parseLong(record.id()),
        "fieldType", record.type(),
        "subDomain", zone.relative(record.name()),
        "target", isStrict() ? '"' + record.value() + '"' : record.value(),
        "ttl", record.ttl(),
        "zone", zone.name());
  }

  private static FakeAnswer notFound() {
    return error(404, "NOT_FOUND", "The requested object does not exist");
  }

  private static FakeAnswer error(int status, String code, String message) {
    return FakeAnswer.json(
        status, Json.object("errorCode", code, "httpCode", status + " x", "message", message));
  }
}
