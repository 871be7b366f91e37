package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Google Cloud DNS' API v1, and the log-in that leads to it. Lists have one item a page. */
public final class FakeGoogle extends FakeProvider {

  public static final String PROJECT = "fake-project";

  private static final String ZONES = "/dns/v1/projects/{project}/managedZones";
  private static final String CHANGES = ZONES + "/{zone}/changes";

  private final FakeLogin login = new FakeLogin();
  private final Map<String, Json> visibility = new HashMap<>();
  private final Map<String, Integer> polls = new HashMap<>();
  private final Set<String> routed = new HashSet<>();
  private String project = PROJECT;
  private int pollsUntilDone;
  private boolean listingForbidden;

  public FakeGoogle() {
    super("dns.googleapis.com", "oauth2.googleapis.com", "www.googleapis.com");
    route("POST", "/token", (request, parts) -> login.token(request));
    route("GET", "/discovery/v1/apis/dns/v1/rest", (request, parts) -> discovery());
    route("GET", ZONES, this::zones);
    route("GET", ZONES + "/{zone}/rrsets", this::sets);
    route("POST", CHANGES, this::change);
    route("GET", CHANGES + "/{change}", (request, parts) -> poll(parts.get(2)));
  }

  /** The text of a key file that the service takes. */
  public String keyFile() {
    return login.keyFile().toString();
  }

  /** The text of a key file that belongs to somebody else. */
  public static String foreignKeyFile() {
    return new FakeLogin(FakeLogin.newKeys()).keyFile().toString();
  }

  FakeLogin login() {
    return login;
  }

  /** Lets the zones belong to another project. */
  void moveTo(String other) {
    project = other;
  }

  /** Lets changes take this many looks before they are done. */
  public void pendFor(int looks) {
    pollsUntilDone = looks;
  }

  /** Makes it a zone of somebody's own network; the networks needn't be told. */
  void hide(FakeZone zone, boolean withNetworks) {
    Json hidden = Json.object("visibility", "private");
    visibility.put(
        zone.id(),
        withNetworks
            ? hidden.with("privateVisibilityConfig", Json.object("networks", Json.list(List.of())))
            : hidden);
  }

  /** Has the account lack the right to read record sets. */
  void forbidListing() {
    listingForbidden = true;
  }

  /** Gives the TXT records at a name a routing policy. */
  void makeRouted(String name) {
    routed.add(name);
  }

  static FakeAnswer error(int status, String reason, String message) {
    Json detail = Json.object("domain", "global", "reason", reason, "message", message);
    return FakeAnswer.json(
        status,
        Json.object(
            "error",
            Json.object("code", status, "message", message, "errors", Json.list(List.of(detail)))));
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    if (!request.host().startsWith("dns.")) {
      return Optional.empty();
    }
    String header = request.header("Authorization");
    return header.startsWith("Bearer ") && login.isGood(header.substring(7), now())
        ? Optional.empty()
        : Optional.of(error(401, "authError", "Invalid Credentials"));
  }

  private FakeAnswer zones(FakeRequest request, List<String> parts) {
    request.allowQuery("dnsName", "pageToken", "alt", "prettyPrint");
    if (!parts.get(0).equals(project)) {
      return error(403, "forbidden", "Forbidden");
    }
    String name = request.query("dnsName", "");
    if (isStrict() && !name.endsWith(".")) {
      throw new FakeRequest.Strictness("dnsName without final dot");
    }
    List<Json> found =
        zones().all().stream()
            .filter(zone -> (zone.name() + ".").equals(name))
            .map(this::zone)
            .toList();
    return page("managedZones", found, request);
  }

  private Json zone(FakeZone zone) {
    Json json =
        Json.object(
            "id", zone.id(), "name", "z" + zone.id(), "dnsName", zone.name() + ".", "kind", "z");
    Json shown = visibility.getOrDefault(zone.id(), Json.object("visibility", "public"));
    for (String key : shown.keys()) {
      json = json.with(key, shown.at(key));
    }
    return json;
  }

  /** What Google's own libraries learn the API from; ours has no use for it. */
  private FakeAnswer discovery() {
    if (isStrict()) {
      throw new FakeRequest.Strictness("nobody needs this");
    }
    try (InputStream in = FakeGoogle.class.getResourceAsStream("discovery.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return FakeAnswer.text(200, "application/json", text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FakeAnswer page(String list, List<Json> items, FakeRequest request) {
    int start = Integer.parseInt(request.query("pageToken", "0"));
    Json answer = Json.object("kind", "dns#" + list + "ListResponse");
    List<Json> shown = items.subList(start, Math.min(start + 1, items.size()));
    // An empty list may be left out; the original's plugin doesn't know that.
    if (!shown.isEmpty() || !isStrict()) {
      answer = answer.with(list, Json.list(shown));
    }
    boolean more = start + 1 < items.size();
    return FakeAnswer.json(
        200, more ? answer.with("nextPageToken", String.valueOf(start + 1)) : answer);
  }

  private FakeAnswer sets(FakeRequest request, List<String> parts) {
    request.allowQuery("name", "type", "pageToken", "alt", "prettyPrint");
    Optional<FakeZone> zone = zones().byId(parts.get(1));
    if (zone.isEmpty()) {
      return notFound("managedZone");
    }
    if (listingForbidden) {
      return error(403, "forbidden", "Forbidden");
    }
    String name = request.query("name", "").replaceAll("\\.$", "");
    List<FakeRecord> records = zone.get().at(name, request.query("type", ""));
    if (records.isEmpty()) {
      return page("rrsets", List.of(), request);
    }
    Json set = GoogleChange.set(name, records).with("kind", "dns#resourceRecordSet");
    return page(
        "rrsets",
        List.of(routed.contains(name) ? set.with("routingPolicy", Json.object()) : set),
        request);
  }

  private FakeAnswer change(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byId(parts.get(1));
    if (zone.isEmpty()) {
      return notFound("managedZone");
    }
    if (zone.get().isReadOnly()) {
      return error(403, "forbidden", "Forbidden");
    }
    Optional<FakeAnswer> refusal =
        new GoogleChange(Json.parse(request.body()), zone.get()).apply(zones()::newId);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String id = String.valueOf(polls.size() + 1);
    polls.put(id, pollsUntilDone);
    return state(id);
  }

  private FakeAnswer poll(String id) {
    if (!polls.containsKey(id)) {
      return notFound("change");
    }
    polls.computeIfPresent(id, (key, looks) -> Math.max(0, looks - 1));
    return state(id);
  }

  private FakeAnswer state(String id) {
    return FakeAnswer.json(
        200,
        Json.object(
            "kind", "dns#change", "id", id, "status", polls.get(id) == 0 ? "done" : "pending"));
  }

  private static FakeAnswer notFound(String what) {
    return error(404, "notFound", "The 'parameters." + what + "' resource does not exist.");
  }
}
