package io.github.certbot4j.dns.http;

/** The HTTP API of one service: where requests are started. */
public final class RestApi {

  private final String base;
  private final ApiDialect dialect;
  private final RestClient client;

  /**
   * An API below a URL.
   *
   * @param base the start of all URLs, without a slash at its end
   */
  public RestApi(String base, ApiDialect dialect, RestClient client) {
    this.base = base;
    this.dialect = dialect;
    this.client = client;
  }

  /** Starts a request; the path has a slash in front and is percent-encoded where needed. */
  public RestCall get(String path) {
    return call("GET", path);
  }

  public RestCall post(String path) {
    return call("POST", path);
  }

  public RestCall put(String path) {
    return call("PUT", path);
  }

  public RestCall delete(String path) {
    return call("DELETE", path);
  }

  private RestCall call(String method, String path) {
    return new RestCall(client, dialect, method, base + path);
  }
}
