package io.github.certbot4j.dns.contract;

import io.github.certbot4j.dns.http.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fake service answers.
 *
 * @param status the HTTP status; 0 to close the connection without an answer
 */
public record FakeAnswer(int status, Map<String, String> headers, String body) {

  /** Closes the connection without an answer. */
  public static final FakeAnswer RESET = new FakeAnswer(0, Map.of(), "");

  public static FakeAnswer json(int status, Json body) {
    return text(status, "application/json", body.toString());
  }

  /** JSON with single quotes for double ones. */
  public static FakeAnswer json(int status, String body) {
    return text(status, "application/json", body.replace('\'', '"'));
  }

  public static FakeAnswer text(int status, String type, String body) {
    return new FakeAnswer(status, Map.of("Content-Type", type), body);
  }

  public static FakeAnswer empty(int status) {
    return new FakeAnswer(status, Map.of(), "");
  }

  public FakeAnswer with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new FakeAnswer(status, more, body);
  }
}
