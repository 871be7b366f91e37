package io.github.certbot4j.dns.digitalocean;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.Optional;

/** DigitalOcean's API v2. */
public final class FakeDigitalOcean extends FakeProvider {

  public static final String TOKEN = "do-token-0123456789abcdef";

  private static final String RECORDS = "/v2/domains/{zone}/records";
  private static final int SHORTEST_TTL = 30;

  public FakeDigitalOcean() {
    super("api.digitalocean.com");
    route("GET", "/v2/domains", this::listZones);
    // The original's library asks for lists with a slash at the end.
    route("GET", "/v2/domains/", this::listZones);
    route("GET", RECORDS + "/", this::list);
    route("GET", "/v2/domains/{zone}", (request, parts) -> oneZone(parts));
    route("GET", RECORDS, this::list);
    route("POST", RECORDS, this::create);
    route("DELETE", RECORDS + "/{record}", this::delete);
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    return request.header("Authorization").equals("Bearer " + TOKEN)
        ? Optional.empty()
        : Optional.of(error(401, "unauthorized", "Unable to authenticate you."));
  }

  private FakeAnswer listZones(FakeRequest request, List<String> parts) {
    List<Json> all = zones().all().stream().map(FakeDigitalOcean::json).toList();
    return page("domains", all, request);
  }

  private FakeAnswer oneZone(List<String> parts) {
    return zones()
        .byName(parts.get(0))
        .map(zone -> FakeAnswer.json(200, Json.object("domain", json(zone))))
        .orElseGet(FakeDigitalOcean::notFound);
  }

  private static Json json(FakeZone zone) {
    return Json.object("name", zone.name(), "ttl", 1800, "zone_file", "");
  }

  private FakeAnswer list(FakeRequest request, List<String> parts) {
    request.allowQuery("type", "name", "page", "per_page");
    Optional<FakeZone> zone = zones().byName(parts.get(0));
    if (zone.isEmpty()) {
      return notFound();
    }
    String type = request.query("type", "");
    String name = request.query("name", "");
    List<Json> found =
        zone.get().records().stream()
            .filter(record -> type.isEmpty() || record.type().equals(type))
            .filter(record -> name.isEmpty() || record.name().equals(name))
            .map(record -> json(zone.get(), record))
            .toList();
    return page("domain_records", found, request);
  }

  private FakeAnswer create(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byName(parts.get(0));
    if (zone.isEmpty()) {
      return notFound();
    }
    if (zone.get().isReadOnly()) {
      return error(403, "forbidden", "You are not authorized to perform this operation");
    }
    Json body =
        isStrict() ? request.json("type", "name", "data", "ttl") : Json.parse(request.body());
    String name = body.text("name");
    if (name.equals(zone.get().name()) || name.endsWith("." + zone.get().name())) {
      throw new FakeRequest.Strictness("a name that is not relative to the zone");
    }
    long ttl = body.number("ttl", 0);
    if (ttl < SHORTEST_TTL) {
      return error(422, "unprocessable_entity", "Ttl must be greater than or equal to 30");
    }
    FakeRecord record =
        new FakeRecord(
            zones().newId(),
            body.text("type"),
            zone.get().absolute(name.equals("@") ? "" : name),
            body.text("data"),
            (int) ttl);
    zone.get().put(record);
    return FakeAnswer.json(201, Json.object("domain_record", json(zone.get(), record)));
  }

  private FakeAnswer delete(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byName(parts.get(0));
    boolean gone = zone.isPresent() && zone.get().remove(parts.get(1));
    return gone ? FakeAnswer.empty(204) : notFound();
  }

  private static Json json(FakeZone zone, FakeRecord record) {
    String name = zone.relative(record.name());
    return Json.object(
        "id", Long.parseLong(record.id()),
        "type", record.type(),
        "name", name.isEmpty() ? "@" : name,
        "data", record.value(),
        "ttl", record.ttl());
  }

  private static FakeAnswer page(String member, List<Json> all, FakeRequest request) {
    int size = Integer.parseInt(request.query("per_page", "20"));
    if (size > 200) {
      throw new FakeRequest.Strictness("a page of more than 200");
    }
    int page = Integer.parseInt(request.query("page", "1"));
    int from = Math.min(all.size(), (page - 1) * size);
    int to = Math.min(all.size(), from + size);
    Json links = Json.object();
    if (to < all.size()) {
      String next =
          "https://api.digitalocean.com"
              + request.path()
              + "?page="
              + (page + 1)
              + "&per_page="
              + size;
      links = links.with("pages", Json.object("next", next, "last", next));
    }
    return FakeAnswer.json(
            200,
            Json.object(
                member,
                Json.list(all.subList(from, to)),
                "links",
                links,
                "meta",
                Json.object("total", all.size())))
        .with("ratelimit-limit", "5000")
        .with("ratelimit-remaining", "4999")
        .with("ratelimit-reset", "1444931833");
  }

  private static FakeAnswer notFound() {
    return error(404, "not_found", "The resource you were accessing could not be found.");
  }

  private static FakeAnswer error(int status, String id, String message) {
    return FakeAnswer.json(status, Json.object("id", id, "message", message));
  }
}
