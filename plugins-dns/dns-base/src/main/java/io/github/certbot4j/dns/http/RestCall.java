package io.github.certbot4j.dns.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is being put together, then sent once by {@link #send}. */
public final class RestCall {

  private static final int NONE = 0;

  private final RestClient client;
  private final ApiDialect dialect;
  private final String method;
  private final StringBuilder url;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String body = "";
  private boolean repeatable;
  private boolean confidential;
  private int[] accepted = {NONE};

  RestCall(RestClient client, ApiDialect dialect, String method, String url) {
    this.client = client;
    this.dialect = dialect;
    this.method = method;
    this.url = new StringBuilder(url);
    this.repeatable = !method.equals("POST");
    headers.put("Accept", "application/json");
  }

  /** Percent-encodes a text for use within a path or query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  /** Adds to the query; both are percent-encoded here. */
  public RestCall query(String name, Object value) {
    return rawQuery(encoded(name) + '=' + encoded(String.valueOf(value)));
  }

  /** Adds to the query what is percent-encoded already. */
  public RestCall rawQuery(String text) {
    url.append(url.indexOf("?") < 0 ? '?' : '&').append(text);
    return this;
  }

  /** Sets a header besides those of the dialect. */
  public RestCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public RestCall json(Json content) {
    return body("application/json", content.toString());
  }

  public RestCall body(String type, String content) {
    headers.put("Content-Type", type);
    body = content;
    return this;
  }

  /** Says that a POST does no harm when it arrives twice, and so may be sent again. */
  public RestCall repeatable() {
    repeatable = true;
    return this;
  }

  /** Keeps both bodies out of the log, since they hold secrets that aren't known beforehand. */
  public RestCall confidential() {
    confidential = true;
    return this;
  }

  /** Statuses that are answers like others and no failures, such as 404 in a search. */
  public RestCall accepting(int... statuses) {
    accepted = statuses.clone();
    return this;
  }

  /**
   * Sends, and again if that may help.
   *
   * @return an answer with a status below 300 or one that is {@link #accepting accepted}
   * @throws io.github.certbot4j.dns.trouble.DnsTroubleException if there is none, as the dialect
   *     explains it. A POST that isn't {@link #repeatable} may have had its effect all the same if
   *     the kind is UNAVAILABLE.
   */
  public RestAnswer send() {
    return client.send(this);
  }

  ApiDialect dialect() {
    return dialect;
  }

  String method() {
    return method;
  }

  URI url() {
    return URI.create(url.toString());
  }

  Map<String, String> headers() {
    return headers;
  }

  String body() {
    return body;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  boolean isConfidential() {
    return confidential;
  }

  boolean accepts(RestAnswer answer) {
    return answer.isSuccess()
        || Arrays.stream(accepted).anyMatch(status -> status == answer.status());
  }
}
