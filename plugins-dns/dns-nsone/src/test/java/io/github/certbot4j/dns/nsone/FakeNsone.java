package io.github.certbot4j.dns.nsone;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** NS1's API v1. */
public final class FakeNsone extends FakeProvider {

  public static final String KEY = "nsone-key-1234567890";

  private static final String RECORD = "/v1/zones/{zone}/{name}/{type}";

  public FakeNsone() {
    super("api.nsone.net");
    route("GET", "/v1/zones/{zone}", this::zone);
    route("GET", RECORD, (request, parts) -> read(parts));
    route("PUT", RECORD, (request, parts) -> store(request, parts, true));
    route("POST", RECORD, (request, parts) -> store(request, parts, false));
    route("DELETE", RECORD, (request, parts) -> delete(parts));
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    return request.header("X-NSONE-Key").equals(KEY)
        ? Optional.empty()
        : Optional.of(error(401, "Unauthorized"));
  }

  private FakeAnswer zone(FakeRequest request, List<String> parts) {
    request.allowQuery("records");
    if (!parts.get(0).contains(".")) {
      return error(400, "Invalid: a top-level domain");
    }
    return zones()
        .byName(parts.get(0))
        .map(
            zone ->
                FakeAnswer.json(
                    200,
                    Json.object(
                        "id", zone.id(), "zone", zone.name(), "records", Json.list(List.of()))))
        .orElseGet(() -> error(404, "zone not found"));
  }

  private FakeAnswer read(List<String> parts) {
    Optional<FakeZone> zone = zones().byName(parts.get(0));
    if (zone.isEmpty()) {
      return error(404, "zone not found");
    }
    List<FakeRecord> records = zone.get().at(parts.get(1), parts.get(2));
    return records.isEmpty()
        ? error(404, "record not found")
        : FakeAnswer.json(200, json(zone.get(), records));
  }

  private FakeAnswer store(FakeRequest request, List<String> parts, boolean creates) {
    Json body =
        isStrict()
            ? request.json("type", "ttl", "answers", "domain", "zone")
            : Json.parse(request.body());
    FakeZone zone = zones().byName(parts.get(0)).orElseThrow();
    if (zone.isReadOnly()) {
      return error(403, "permission denied");
    }
    List<FakeRecord> before = zone.at(parts.get(1), parts.get(2));
    if (creates && !before.isEmpty()) {
      return error(400, "record already exists");
    }
    if (!creates && before.isEmpty()) {
      return error(404, "record not found");
    }
    List<FakeRecord> after = new ArrayList<>();
    for (Json answer : body.items("answers")) {
      after.add(
          new FakeRecord(
              answer.text("id", zones().newId()),
              parts.get(2),
              parts.get(1),
              answer.items("answer").get(0).text(),
              (int) body.number("ttl", 0)));
    }
    if (after.isEmpty()) {
      throw new FakeRequest.Strictness("a record without answers");
    }
    zone.removeAt(parts.get(1), parts.get(2));
    after.forEach(zone::put);
    return FakeAnswer.json(200, json(zone, after));
  }

  private FakeAnswer delete(List<String> parts) {
    FakeZone zone = zones().byName(parts.get(0)).orElseThrow();
    if (zone.at(parts.get(1), parts.get(2)).isEmpty()) {
      return error(404, "record not found");
    }
    zone.removeAt(parts.get(1), parts.get(2));
    return FakeAnswer.json(200, "{}");
  }

  private static Json json(FakeZone zone, List<FakeRecord> records) {
    List<Json> answers =
        records.stream()
            .map(
                record ->
                    Json.object("answer", Json.list(List.of(record.value())), "id", record.id()))
            .toList();
    FakeRecord first = records.get(0);
    return Json.object(
        "zone", zone.name(),
        "domain", first.name(),
        "type", first.type(),
        "ttl", first.ttl(),
        "answers", Json.list(answers),
        "filters", Json.list(List.of()));
  }

  private static FakeAnswer error(int status, String message) {
    return FakeAnswer.json(status, Json.object("message", message));
  }
}
