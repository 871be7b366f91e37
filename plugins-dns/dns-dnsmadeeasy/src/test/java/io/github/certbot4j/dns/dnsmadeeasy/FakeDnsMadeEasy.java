package io.github.certbot4j.dns.dnsmadeeasy;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** DNS Made Easy's API V2.0. It checks the signature and that its date is the present one. */
public final class FakeDnsMadeEasy extends FakeProvider {

  public static final String KEY = "dnsme-key-1234567890";
  public static final String SECRET = "dnsme-secret-1234567890";

  private static final String RECORDS = "/V2.0/dns/managed/{zone}/records";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int PAGE = 100;

  public FakeDnsMadeEasy() {
    super("api.dnsmadeeasy.com");
    route("GET", "/V2.0/dns/managed/name", (request, parts) -> zone(request));
    route("GET", RECORDS, this::list);
    route("POST", RECORDS, this::create);
    // The original's library posts with a slash at the end.
    route("POST", RECORDS + "/", this::create);
    route("DELETE", RECORDS + "/{record}", this::delete);
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    String date = request.header("x-dnsme-requestDate");
    boolean signed =
        request.header("x-dnsme-apiKey").equals(KEY)
            && request.header("x-dnsme-hmac").equals(DnsMadeEasyDialect.signature(SECRET, date));
    return signed && isNow(date, request) ? Optional.empty() : Optional.of(error(403, "Forbidden"));
  }

  private static boolean isNow(String date, FakeRequest request) {
    ZonedDateTime time =
        ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH));
    return Duration.between(time.toInstant(), request.time()).abs().compareTo(TOLERANCE) < 0;
  }

  private FakeAnswer zone(FakeRequest request) {
    request.allowQuery("domainname");
    return zones()
        .byName(request.query("domainname", ""))
        .map(
            zone ->
                FakeAnswer.json(
                    200, Json.object("id", Long.parseLong(zone.id()), "name", zone.name())))
        .orElseGet(() -> FakeAnswer.text(404, "text/html", "<html>Not Found</html>"));
  }

  private FakeAnswer list(FakeRequest request, List<String> parts) {
    request.allowQuery("type", "recordName", "page");
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    if (zone.isEmpty()) {
      return FakeAnswer.text(404, "text/html", "<html>Not Found</html>");
    }
    String name = zone.get().absolute(request.query("recordName", ""));
    List<Json> all =
        zone.get().at(name, request.query("type", "TXT")).stream()
            .map(record -> json(zone.get(), record))
            .toList();
    int page = Integer.parseInt(request.query("page", "0"));
    int from = Math.min(all.size(), page * PAGE);
    return FakeAnswer.json(
        200,
        Json.object(
            "totalPages",
            Math.max(1, (all.size() + PAGE - 1) / PAGE),
            "totalRecords",
            all.size(),
            "data",
            Json.list(all.subList(from, Math.min(all.size(), from + PAGE))),
            "page",
            page));
  }

  private FakeAnswer create(FakeRequest request, List<String> parts) {
    Json body =
        isStrict() ? request.json("type", "name", "value", "ttl") : Json.parse(request.body());
    FakeZone zone = zones().byId(parts.get(0)).orElseThrow();
    if (zone.isReadOnly()) {
      return error(403, "Forbidden");
    }
    String name = body.text("name");
    if (name.equals(zone.name()) || name.endsWith("." + zone.name())) {
      throw new FakeRequest.Strictness("a name that is not relative to the zone");
    }
    String full = zone.absolute(name);
    String value = body.text("value");
    if (zone.at(full, "TXT").stream().anyMatch(record -> record.value().equals(value))) {
      return error(
          400,
          "Record with this type (TXT), name (%s), and value (\"%s\") already exists."
              .formatted(name, value));
    }
    FakeRecord record =
        new FakeRecord(
            zones().newId(), body.text("type"), full, value, (int) body.number("ttl", 0));
    zone.put(record);
    return FakeAnswer.json(201, json(zone, record));
  }

  private FakeAnswer delete(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    boolean gone = zone.isPresent() && zone.get().remove(parts.get(1));
    return gone
        ? FakeAnswer.empty(200)
        : FakeAnswer.text(404, "text/html", "<html>Not Found</html>");
  }

  private static Json json(FakeZone zone, FakeRecord record) {
    return Json.object(
        "id", Long.parseLong(record.id()),
        "name", zone.relative(record.name()),
        "value", '"' + record.value() + '"',
        "type", record.type(),
        "ttl", record.ttl(),
        "sourceId", Long.parseLong(zone.id()));
  }

  static FakeAnswer error(int status, String message) {
    return FakeAnswer.json(status, Json.object("error", Json.list(List.of(message))));
  }
}
