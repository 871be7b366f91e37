package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.nginx.parse.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;

/**
 * Tells which certificate of a block a new one takes the place of. A block may have one for each
 * kind of key, and of two with the same kind nginx uses the last only.
 */
final class CertificateKinds {

  /**
   * The number of the pair of {@code ssl_certificate} and {@code ssl_certificate_key} that the new
   * certificate replaces: that with the same file, else that with the same kind of key, else the
   * first.
   */
  int pairToReplace(ServerBlock block, Path certificate) {
    List<Statement> present = block.own("ssl_certificate");
    if (present.size() < 2) {
      return 0;
    }
    for (int i = 0; i < present.size(); i++) {
      if (file(present.get(i)).equals(Optional.of(certificate))) {
        return i;
      }
    }
    Optional<String> wanted = keyAlgorithm(Optional.of(certificate));
    for (int i = 0; i < present.size() && wanted.isPresent(); i++) {
      if (keyAlgorithm(file(present.get(i))).equals(wanted)) {
        return i;
      }
    }
    return 0;
  }

  /** The file it names; empty if the name has variables or isn't absolute. */
  private static Optional<Path> file(Statement statement) {
    String name = String.join(" ", statement.arguments());
    if (name.indexOf('$') >= 0 || !name.startsWith("/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(ByteText.decoded(name)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> keyAlgorithm(Optional<Path> file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file.get())) {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return Optional.of(factory.generateCertificate(in).getPublicKey().getAlgorithm());
    } catch (IOException | CertificateException e) {
      return Optional.empty();
    }
  }
}
