package io.github.certbot4j.net;

import io.github.certbot4j.model.FailureException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An HTTP proxy.
 *
 * @param host its name or address; an IPv6 address without brackets
 * @param port its TCP port
 * @param credentials the value of the Proxy-Authorization header; empty when it wants none
 */
public record HttpProxy(String host, int port, Optional<String> credentials) {

  private static final int DEFAULT_PORT = 80;

  /**
   * Reads {@code [http://][user:password@]host[:port][/]}.
   *
   * @param variable the environment variable that holds the text, for the error
   * @throws FailureException when the text is something else; it never quotes the text, since that
   *     may hold a password
   */
  static HttpProxy parse(String variable, String text) {
    String url = text.contains("://") ? text : "http://" + text;
    URI uri;
    try {
      uri = new URI(url).parseServerAuthority();
    } catch (URISyntaxException e) {
      // Not chained: its message quotes the text.
      throw unusable(variable, "is not a URL");
    }
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      throw unusable(variable, "names a " + uri.getScheme() + " proxy");
    }
    if (uri.getHost() == null) {
      throw unusable(variable, "names no host");
    }
    String host = uri.getHost();
    boolean bracketed = host.startsWith("[");
    return new HttpProxy(
        bracketed ? host.substring(1, host.length() - 1) : host,
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        Optional.ofNullable(uri.getRawUserInfo()).map(HttpProxy::basic));
  }

  private static String basic(String rawUserInfo) {
    int colon = rawUserInfo.indexOf(':');
    String user = colon < 0 ? rawUserInfo : rawUserInfo.substring(0, colon);
    String password = colon < 0 ? "" : rawUserInfo.substring(colon + 1);
    byte[] plain = (decoded(user) + ":" + decoded(password)).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain);
  }

  private static String decoded(String raw) {
    // The decoder is one for forms, where a plus sign is a blank; in a URL it is itself.
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static FailureException unusable(String variable, String why) {
    return FailureException.rejected(
        "The environment variable " + variable + " " + why + ".",
        "Set it to http://host:port, or unset it.");
  }

  /** Leaves the credentials out, so that they can't end in a log. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
