package io.github.certbot4j.dns.dnsimple;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DNSimple's API v2, with a token of an account and one of a user with three accounts. */
public final class FakeDnsimple extends FakeProvider {

  public static final String TOKEN = "dnsimple-account-token-1234567890";

  static final String USER_TOKEN = "dnsimple-user-token-1234567890";
  static final String LONELY_TOKEN = "dnsimple-lonely-token-1234567890";

  private static final String ACCOUNT = "731";
  private static final String RECORDS = "/v2/{account}/zones/{zone}/records";

  public FakeDnsimple() {
    super("api.dnsimple.com");
    route("GET", "/v2/whoami", (request, parts) -> whoAmI(request));
    route("GET", "/v2/accounts", (request, parts) -> accounts(request));
    route("GET", "/v2/{account}/domains", this::domains);
    route("GET", "/v2/{account}/zones/{zone}", (request, parts) -> zone(parts));
    route("GET", RECORDS, this::list);
    route("POST", RECORDS, this::create);
    route("DELETE", RECORDS + "/{record}", this::delete);
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    boolean known = List.of(TOKEN, USER_TOKEN, LONELY_TOKEN).contains(token(request));
    return known ? Optional.empty() : Optional.of(error(401, "Authentication failed"));
  }

  private static String token(FakeRequest request) {
    return request.header("Authorization").replace("Bearer ", "");
  }

  private static FakeAnswer whoAmI(FakeRequest request) {
    return token(request).equals(TOKEN)
        ? FakeAnswer.json(200, "{'data':{'user':null,'account':{'id':731}}}")
        : FakeAnswer.json(200, "{'data':{'user':{'id':1},'account':null}}");
  }

  private static FakeAnswer accounts(FakeRequest request) {
    List<Json> all = new ArrayList<>();
    if (!token(request).equals(LONELY_TOKEN)) {
      all.add(Json.object("id", 730, "plan_identifier", "personal"));
      all.add(Json.object("id", 731, "plan_identifier", "teams"));
    }
    return FakeAnswer.json(200, Json.object("data", Json.list(all)));
  }

  /** What the original asks; part of a name is enough here. */
  private FakeAnswer domains(FakeRequest request, List<String> parts) {
    String part = request.query("name_like", "");
    List<Json> found =
        account(parts).stream()
            .filter(zone -> zone.name().contains(part))
            .map(zone -> Json.object("id", Long.parseLong(zone.id()), "name", zone.name()))
            .toList();
    return FakeAnswer.json(200, Json.object("data", Json.list(found)));
  }

  private List<FakeZone> account(List<String> parts) {
    return parts.get(0).equals(ACCOUNT) ? zones().all() : List.of();
  }

  private Optional<FakeZone> find(List<String> parts) {
    return account(parts).stream().filter(zone -> zone.name().equals(parts.get(1))).findFirst();
  }

  private FakeAnswer zone(List<String> parts) {
    return find(parts)
        .map(
            zone ->
                FakeAnswer.json(
                    200,
                    Json.object(
                        "data", Json.object("id", Long.parseLong(zone.id()), "name", zone.name()))))
        .orElseGet(() -> error(404, "Zone `" + parts.get(1) + "` not found"));
  }

  private FakeAnswer list(FakeRequest request, List<String> parts) {
    request.allowQuery("type", "name", "name_like", "page", "per_page");
    Optional<FakeZone> zone = find(parts);
    if (zone.isEmpty()) {
      return error(404, "Zone `" + parts.get(1) + "` not found");
    }
    String name = zone.get().absolute(request.query("name", ""));
    String type = request.query("type", "");
    List<Json> all =
        zone.get().records().stream()
            .filter(record -> type.isEmpty() || record.type().equals(type))
            .filter(record -> record.name().equals(name))
            .map(record -> json(zone.get(), record))
            .toList();
    int size = Integer.parseInt(request.query("per_page", "30"));
    if (size > 100) {
      throw new FakeRequest.Strictness("a page of more than 100");
    }
    int page = Integer.parseInt(request.query("page", "1"));
    int from = Math.min(all.size(), (page - 1) * size);
    Json pagination =
        Json.object("current_page", page, "total_pages", (all.size() + size - 1) / size);
    return FakeAnswer.json(
        200,
        Json.object(
            "data",
            Json.list(all.subList(from, Math.min(all.size(), from + size))),
            "pagination",
            pagination));
  }

  private FakeAnswer create(FakeRequest request, List<String> parts) {
    Json body =
        isStrict() ? request.json("type", "name", "content", "ttl") : Json.parse(request.body());
    FakeZone zone = find(parts).orElseThrow();
    if (zone.isReadOnly()) {
      return error(403, "Permission Denied");
    }
    String name = body.text("name");
    if (name.equals(zone.name()) || name.endsWith("." + zone.name())) {
      throw new FakeRequest.Strictness("a name that is not relative to the zone");
    }
    FakeRecord record =
        new FakeRecord(
            zones().newId(),
            body.text("type"),
            zone.absolute(name),
            body.text("content"),
            (int) body.number("ttl", 0));
    zone.put(record);
    return FakeAnswer.json(201, Json.object("data", json(zone, record)));
  }

  private FakeAnswer delete(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = find(parts);
    boolean gone = zone.isPresent() && zone.get().remove(parts.get(2));
    return gone ? FakeAnswer.empty(204) : error(404, "Record `" + parts.get(2) + "` not found");
  }

  private static Json json(FakeZone zone, FakeRecord record) {
    return Json.object(
        "id", Long.parseLong(record.id()),
        "zone_id", zone.name(),
        "name", zone.relative(record.name()),
        "content", record.value(),
        "ttl", record.ttl(),
        "priority", 0,
        "type", record.type(),
        "regions", Json.list(List.of("global")),
        "system_record", false);
  }

  private static FakeAnswer error(int status, String message) {
    return FakeAnswer.json(status, Json.object("message", message));
  }
}
