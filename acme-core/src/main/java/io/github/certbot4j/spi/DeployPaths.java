package io.github.certbot4j.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that a server is configured with, all absolute. They are those of a lineage, or a
 * user's own, of which only certificate and key are sure to be there.
 *
 * @param cert the certificate alone
 * @param privkey its private key
 * @param chain the CA's certificates
 * @param fullchain the certificate followed by the CA's certificates
 */
public record DeployPaths(Path cert, Path privkey, Optional<Path> chain, Optional<Path> fullchain) {

  /** The files of a lineage. */
  public static DeployPaths of(CertificatePaths lineage) {
    return new DeployPaths(
        lineage.cert(),
        lineage.privkey(),
        Optional.of(lineage.chain()),
        Optional.of(lineage.fullchain()));
  }
}
