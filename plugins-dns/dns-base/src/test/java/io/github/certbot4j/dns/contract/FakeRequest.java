package io.github.certbot4j.dns.contract;

import com.sun.net.httpserver.Headers;
import io.github.certbot4j.dns.http.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a fake service was asked.
 *
 * @param time by the test's clock
 * @param host as in the Host header
 * @param path as it was sent, percent-encoded, without the query
 * @param query as it was sent; empty if there is none
 */
public record FakeRequest(
    Instant time,
    String method,
    String host,
    String path,
    String query,
    Headers headers,
    String body) {

  /** The value of a header; empty if there is none. */
  public String header(String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  /** The values of the query by name, decoded. */
  public Map<String, String> queries() {
    Map<String, String> values = new LinkedHashMap<>();
    if (!query.isEmpty()) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.put(decoded(name), decoded(value));
      }
    }
    return values;
  }

  /** One value of the query; the other if there is none. */
  public String query(String name, String other) {
    return queries().getOrDefault(name, other);
  }

  /** The body, which must be an object with exactly these members and be declared as JSON. */
  public Json json(String... members) {
    if (!header("Content-Type").startsWith("application/json")) {
      throw new Strictness("a JSON body without its Content-Type");
    }
    Json json = Json.parse(body);
    List<String> known = new ArrayList<>(List.of(members));
    if (!json.keys().equals(Set.copyOf(known))) {
      throw new Strictness("members " + json.keys() + " instead of " + known);
    }
    return json;
  }

  /** Refuses a query with other names than these. */
  public FakeRequest allowQuery(String... names) {
    if (!Set.of(names).containsAll(queries().keySet())) {
      throw new Strictness("query " + query + " has more than " + List.of(names));
    }
    return this;
  }

  /** Whether it is meant to change something. */
  public boolean isWrite() {
    return !method.equals("GET");
  }

  /** The whole URL. */
  public String url() {
    return "https://" + host + path + (query.isEmpty() ? "" : "?" + query);
  }

  @Override
  public String toString() {
    return method + " " + url() + " " + body;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The client did what the service doesn't know or would not take. The test fails. */
  public static final class Strictness extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Strictness(String message) {
      super(message);
    }
  }
}
