package io.github.certbot4j.net;

import io.github.certbot4j.spi.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which TLS certificates a server may present.
 *
 * @param verify whether certificate and host name are checked at all
 * @param caBundle a file, or a directory of files, with the only root certificates to trust, in
 *     PEM; the Java runtime's own roots when empty
 */
public record TlsTrust(boolean verify, Optional<Path> caBundle) {

  /** The variables that name a bundle; the first that isn't empty counts. */
  static final List<String> BUNDLE_VARIABLES =
      List.of("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE");

  /**
   * Reads the environment as the original's HTTP library and OpenSSL do.
   *
   * @param verify false to trust whatever answers
   */
  public static TlsTrust of(Environment environment, boolean verify) {
    if (verify) {
      for (String name : BUNDLE_VARIABLES) {
        Optional<String> value = environment.variable(name).filter(text -> !text.isEmpty());
        if (value.isPresent()) {
          return new TlsTrust(true, value.map(Path::of));
        }
      }
    }
    return new TlsTrust(verify, Optional.empty());
  }
}
