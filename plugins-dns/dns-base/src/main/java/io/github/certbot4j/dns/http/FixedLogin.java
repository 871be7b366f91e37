package io.github.certbot4j.dns.http;

import io.github.certbot4j.dns.trouble.DnsTrouble;
import java.net.URI;
import java.util.Map;

/** A dialect in which the same headers say with every request who asks. */
public abstract class FixedLogin implements ApiDialect {

  private final Map<String, String> headers;

  /**
   * A dialect that knows no errors but the HTTP status.
   *
   * @param headers may be empty, for what anybody may ask
   */
  protected FixedLogin(Map<String, String> headers) {
    this.headers = Map.copyOf(headers);
  }

  @Override
  public final Map<String, String> authenticate(String method, URI url, String body) {
    return headers;
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    return DnsTrouble.ofStatus(answer.status(), "", "");
  }
}
