package io.github.certbot4j.dns.rfc2136;

import io.github.certbot4j.dns.credentials.Credentials;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TextParseException;

/**
 * A server and the key for it, as the credentials file has them.
 *
 * @param host a name or an address
 * @param port at which it listens
 * @param key signs updates
 * @param signQueries whether to sign queries from the first on
 */
record ServerSettings(String host, int port, TSIG key, boolean signQueries) {

  static final String SERVER = "server";
  static final String PORT = "port";
  static final String NAME = "name";
  static final String SECRET = "secret";
  static final String ALGORITHM = "algorithm";
  static final String SIGN_QUERY = "sign_query";

  static final String ALGORITHM_NAMES =
      "HMAC-MD5 (if nothing is said), HMAC-SHA1, HMAC-SHA224, HMAC-SHA256, HMAC-SHA384, HMAC-SHA512";

  private static final String DEFAULT_ALGORITHM = "HMAC-MD5";
  private static final int DEFAULT_PORT = 53;
  private static final int LAST_PORT = 65_535;

  /** Reads a set in which {@link #problem} finds nothing. */
  static ServerSettings of(Credentials set) {
    Name keyName = name(set.get(NAME)).orElseThrow();
    Name algorithm = algorithm(set.find(ALGORITHM).orElse(DEFAULT_ALGORITHM)).orElseThrow();
    TSIG key = new TSIG(algorithm, keyName, secret(set).orElseThrow());
    String server = set.get(SERVER);
    boolean bracketed = server.startsWith("[") && server.endsWith("]");
    return new ServerSettings(
        bracketed ? server.substring(1, server.length() - 1) : server,
        set.find(PORT).flatMap(ServerSettings::port).orElse(DEFAULT_PORT),
        key,
        set.find(SIGN_QUERY).map(ServerSettings::isTrue).orElse(false));
  }

  /** What is wrong with a set. */
  static Optional<String> problem(Credentials set) {
    Optional<String> algorithm = set.find(ALGORITHM);
    if (algorithm.isPresent() && algorithm(algorithm.get()).isEmpty()) {
      return Optional.of(
          "Unknown algorithm: " + algorithm.get() + ". Known are " + ALGORITHM_NAMES + ".");
    }
    if (set.find(PORT).isPresent() && set.find(PORT).flatMap(ServerSettings::port).isEmpty()) {
      return Optional.of("dns_rfc2136_port is not a port number: " + set.get(PORT));
    }
    if (secret(set).isEmpty()) {
      return Optional.of("dns_rfc2136_secret is not base64 on one line.");
    }
    if (name(set.get(NAME)).isEmpty()) {
      return Optional.of("dns_rfc2136_name is not a domain name: " + set.get(NAME));
    }
    Optional<String> sign = set.find(SIGN_QUERY).filter(text -> !isTrue(text) && !isFalse(text));
    return sign.map(text -> "dns_rfc2136_sign_query is neither true nor false: " + text);
  }

  private static Optional<Name> algorithm(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case DEFAULT_ALGORITHM -> Optional.of(TSIG.HMAC_MD5);
      case "HMAC-SHA1" -> Optional.of(TSIG.HMAC_SHA1);
      case "HMAC-SHA224" -> Optional.of(TSIG.HMAC_SHA224);
      case "HMAC-SHA256" -> Optional.of(TSIG.HMAC_SHA256);
      case "HMAC-SHA384" -> Optional.of(TSIG.HMAC_SHA384);
      case "HMAC-SHA512" -> Optional.of(TSIG.HMAC_SHA512);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> port(String text) {
    try {
      return Optional.of(Integer.parseInt(text)).filter(port -> port > 0 && port <= LAST_PORT);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> secret(Credentials set) {
    try {
      return Optional.of(Base64.getDecoder().decode(set.get(SECRET))).filter(key -> key.length > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Name> name(String text) {
    try {
      return Optional.of(Name.fromString(text, Name.root));
    } catch (TextParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isTrue(String text) {
    return List.of("true", "yes", "on", "1").contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isFalse(String text) {
    return List.of("false", "no", "off", "0").contains(text.toLowerCase(Locale.ROOT));
  }
}
