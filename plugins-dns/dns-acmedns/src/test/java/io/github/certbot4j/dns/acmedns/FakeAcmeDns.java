package io.github.certbot4j.dns.acmedns;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.Optional;

/** The API of acme-dns. A registration is a zone, and keeps its two latest values. */
public final class FakeAcmeDns extends FakeProvider {

  public static final String URL = "https://auth.acme-dns.test";

  private static final int KEPT = 2;
  private static final int LENGTH = 43;

  public FakeAcmeDns() {
    super("auth.acme-dns.test");
    zones().idsMadeBy(number -> "00000000-0000-4000-8000-%012d".formatted(number));
    route("POST", "/register", (request, parts) -> register());
    route("POST", "/update", (request, parts) -> update(request));
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    return Optional.empty();
  }

  static String key(String subdomain) {
    return "secret-key-of-" + subdomain;
  }

  private FakeAnswer register() {
    String subdomain = zones().newId();
    FakeZone zone = zones().addEmpty(subdomain + ".auth.acme-dns.test");
    return FakeAnswer.json(
        201,
        Json.object(
            "username", "user-" + zone.name(),
            "password", key(subdomain),
            "fulldomain", zone.name(),
            "subdomain", subdomain,
            "allowfrom", Json.list(List.of())));
  }

  private FakeAnswer update(FakeRequest request) {
    Json body = request.json("subdomain", "txt");
    String subdomain = body.text("subdomain");
    Optional<FakeZone> zone = zones().byName(subdomain + ".auth.acme-dns.test");
    boolean known =
        zone.isPresent()
            && request.header("X-Api-User").equals("user-" + zone.get().name())
            && request.header("X-Api-Key").equals(key(subdomain));
    if (!known) {
      return FakeAnswer.json(401, "{'error':'forbidden'}");
    }
    String value = body.text("txt");
    if (value.length() != LENGTH) {
      return FakeAnswer.json(400, "{'error':'bad_txt'}");
    }
    List<FakeRecord> before = zone.get().records();
    if (before.size() == KEPT) {
      zone.get().remove(before.get(0).id());
    }
    zone.get().put(new FakeRecord(zones().newId(), "TXT", zone.get().name(), value, 1));
    return FakeAnswer.json(200, Json.object("txt", value));
  }
}
