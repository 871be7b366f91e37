package io.github.certbot4j.net;

import java.io.IOException;

/** The proxy, not the server behind it, could not be used. */
public final class ProxyTroubleException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String proxy;

  ProxyTroubleException(HttpProxy proxy, String why, IOException cause) {
    super(why, cause);
    this.proxy = proxy.toString();
  }

  /** Host and port, without credentials. */
  public String proxy() {
    return proxy;
  }
}
