package io.github.certbot4j.dns;

/**
 * A TXT record to be.
 *
 * @param name the full name in lower case without a final dot
 * @param value the text without quotes; for challenges 43 characters of base64url
 */
public record TxtRecord(String name, String value) {

  /** The value in double quotes, as zone files have it. */
  public String quoted() {
    return '"' + value + '"';
  }
}
