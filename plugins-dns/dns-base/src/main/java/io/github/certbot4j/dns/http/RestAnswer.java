package io.github.certbot4j.dns.http;

import java.net.http.HttpHeaders;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param headers names in any case
 * @param body the whole content as text
 */
public record RestAnswer(int status, HttpHeaders headers, String body) {

  private static final int FIRST_ERROR = 300;

  public boolean isSuccess() {
    return status < FIRST_ERROR;
  }

  /**
   * The content.
   *
   * @throws io.github.certbot4j.dns.trouble.DnsTroubleException if it isn't JSON
   */
  public Json json() {
    return Json.parse(body);
  }

  /** The value of a header; the other if there is none. */
  public String header(String name, String other) {
    return headers.firstValue(name).orElse(other);
  }
}
