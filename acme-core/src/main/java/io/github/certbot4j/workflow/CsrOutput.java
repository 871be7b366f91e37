package io.github.certbot4j.workflow;

import io.github.certbot4j.crypto.CertificateChain;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that a certificate for a user's signing request goes to: those that the user named,
 * which must not exist, or else numbered ones in the working directory.
 */
final class CsrOutput {

  private static final int MODE = 0644;
  private static final int DIRECTORY_MODE = 0755;

  private final AtomicFiles files = new AtomicFiles();
  private final Target cert;
  private final Target chain;
  private final Target fullchain;

  CsrOutput(Optional<String> cert, Optional<String> chain, Optional<String> fullchain) {
    this.cert = Target.of(cert, "cert.pem");
    this.chain = Target.of(chain, "chain.pem");
    // The original numbers the full chain among the chains, and scripts look for it there.
    this.fullchain = Target.of(fullchain, "chain.pem");
  }

  /**
   * Makes sure that no file will be overwritten.
   *
   * @throws FailureException naming the first file that exists
   */
  void check() {
    cert.check();
    chain.check();
    fullchain.check();
  }

  Written write(CertificateChain certificate) {
    return new Written(
        write(cert, certificate.leafPem()),
        write(chain, certificate.issuersPem()),
        write(fullchain, certificate.fullchainPem()));
  }

  private Path write(Target target, String pem) {
    byte[] content = pem.getBytes(StandardCharsets.UTF_8);
    if (target.given()) {
      files.makeDirectories(target.path().getParent(), FileMode.exactly(DIRECTORY_MODE));
      if (!files.create(target.path(), content, FileMode.exactly(MODE))) {
        throw exists(target.path());
      }
      return target.path();
    }
    for (int number = 0; ; number++) {
      String name = String.format("%04d_%s", number, target.path().getFileName());
      Path path = target.path().resolveSibling(name);
      if (files.create(path, content, FileMode.exactly(MODE))) {
        return path;
      }
    }
  }

  private static FailureException exists(Path path) {
    return FailureException.rejected(
        path + " exists already.", "Move it away, or name another file.");
  }

  /** Where the files are. */
  record Written(Path cert, Path chain, Path fullchain) {}

  /** A file to write; one that wasn't given gets a number. */
  private record Target(Path path, boolean given) {

    static Target of(Optional<String> option, String usual) {
      return new Target(Path.of(option.orElse(usual)).toAbsolutePath(), option.isPresent());
    }

    void check() {
      if (given && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw exists(path);
      }
    }
  }
}
