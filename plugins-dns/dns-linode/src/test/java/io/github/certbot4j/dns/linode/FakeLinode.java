package io.github.certbot4j.dns.linode;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.Optional;

/** Linode's API v4. Its version 3 is gone: there is no route for it. */
public final class FakeLinode extends FakeProvider {

  public static final String TOKEN =
      "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

  private static final String RECORDS = "/v4/domains/{zone}/records";

  public FakeLinode() {
    super("api.linode.com");
    route("GET", "/v4/domains", (request, parts) -> domains(request));
    route("GET", RECORDS, this::list);
    route("POST", RECORDS, this::create);
    route("DELETE", RECORDS + "/{record}", this::delete);
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    return request.header("Authorization").equals("Bearer " + TOKEN)
        ? Optional.empty()
        : Optional.of(error(401, "Invalid Token"));
  }

  /** Without a filter it lists all, so that a client which trusts the first entry fails. */
  private FakeAnswer domains(FakeRequest request) {
    String filter = request.header("X-Filter");
    String wanted = filter.isEmpty() ? "" : Json.parse(filter).text("domain", "");
    List<Json> found =
        zones().all().stream()
            .filter(zone -> wanted.isEmpty() || zone.name().equals(wanted))
            .map(
                zone ->
                    Json.object(
                        "id",
                        Long.parseLong(zone.id()),
                        "domain",
                        zone.name(),
                        "type",
                        zone.name().startsWith("copy.") ? "slave" : "master",
                        "status",
                        "active"))
            .toList();
    return page(found, request);
  }

  private FakeAnswer list(FakeRequest request, List<String> parts) {
    request.allowQuery("page", "page_size");
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    return zone.isEmpty()
        ? error(404, "Not found")
        : page(zone.get().records().stream().map(r -> json(zone.get(), r)).toList(), request);
  }

  private FakeAnswer create(FakeRequest request, List<String> parts) {
    Json body =
        isStrict() ? request.json("type", "name", "target", "ttl_sec") : Json.parse(request.body());
    FakeZone zone = zones().byId(parts.get(0)).orElseThrow();
    if (zone.isReadOnly()) {
      return error(403, "Your OAuth token is not authorized to use this endpoint.");
    }
    String name = body.text("name");
    if (name.equals(zone.name()) || name.endsWith("." + zone.name())) {
      throw new FakeRequest.Strictness("a name that is not relative to the zone");
    }
    long ttl = body.number("ttl_sec", -1);
    if (isStrict() && ttl < 300) {
      return FakeAnswer.json(400, "{'errors':[{'reason':'Invalid TTL','field':'ttl_sec'}]}");
    }
    FakeRecord record =
        new FakeRecord(
            zones().newId(),
            body.text("type"),
            zone.absolute(name),
            body.text("target"),
            (int) ttl);
    zone.put(record);
    return FakeAnswer.json(200, json(zone, record));
  }

  private FakeAnswer delete(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    boolean gone = zone.isPresent() && zone.get().remove(parts.get(1));
    return gone ? FakeAnswer.json(200, "{}") : error(404, "Not found");
  }

  private static Json json(FakeZone zone, FakeRecord record) {
    return Json.object(
        "id", Long.parseLong(record.id()),
        "type", record.type(),
        "name", zone.relative(record.name()),
        "target", record.value(),
        "ttl_sec", record.ttl());
  }

  private static FakeAnswer page(List<Json> all, FakeRequest request) {
    int size = Integer.parseInt(request.query("page_size", "100"));
    if (size < 25 || size > 500) {
      throw new FakeRequest.Strictness("a page of " + size);
    }
    int page = Integer.parseInt(request.query("page", "1"));
    int from = Math.min(all.size(), (page - 1) * size);
    return FakeAnswer.json(
        200,
        Json.object(
            "data",
            Json.list(all.subList(from, Math.min(all.size(), from + size))),
            "page",
            page,
            "pages",
            Math.max(1, (all.size() + size - 1) / size),
            "results",
            all.size()));
  }

  private static FakeAnswer error(int status, String reason) {
    return FakeAnswer.json(
        status, Json.object("errors", Json.list(List.of(Json.object("reason", reason)))));
  }
}
