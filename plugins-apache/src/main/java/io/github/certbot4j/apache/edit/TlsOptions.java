package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.config.Statement;
import io.github.certbot4j.webserver.OptionFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with TLS settings that virtual hosts include. */
public final class TlsOptions {

  private static final Logger LOG = LoggerFactory.getLogger(TlsOptions.class);

  static final String WITH_TICKETS_OFF = "options-ssl-apache-tickets-off.conf";
  static final String WITHOUT_TICKETS = "options-ssl-apache.conf";
  private static final String KNOWN = "options-ssl-apache.digests";

  private static final String APACHE_WITH_SWITCH_FOR_TICKETS = "2.4.11";
  private static final OpensslVersion OPENSSL_WITH_SWITCH_FOR_TICKETS =
      new OpensslVersion(1, 0, 2, "l");

  private final Workspace workspace;
  private final Path file;

  /**
   * The file of one run.
   *
   * @param configDirectory the program's configuration directory
   */
  public TlsOptions(Workspace workspace, Path configDirectory) {
    this.workspace = workspace;
    this.file = configDirectory.resolve("options-ssl-apache.conf");
  }

  public Path file() {
    return file;
  }

  /** Brings it up to date with the server and this program, unless somebody changed it. */
  public void install() {
    Optional<OpensslVersion> openssl = opensslVersion();
    if (openssl.isEmpty() && workspace.facts().hasModule("ssl_module")) {
      LOG.warn(
          "The version of OpenSSL that Apache uses can't be found out, so session tickets are not"
              + " switched off in {}.",
          file);
    }
    boolean canSwitch =
        workspace.facts().version().isAtLeast(APACHE_WITH_SWITCH_FOR_TICKETS)
            && openssl
                .map(version -> version.compareTo(OPENSSL_WITH_SWITCH_FOR_TICKETS) >= 0)
                .orElse(false);
    Path digest = file.resolveSibling(".updated-options-ssl-apache-conf-digest.txt");
    new OptionFile(file, digest, known())
        .install(resource(canSwitch ? WITH_TICKETS_OFF : WITHOUT_TICKETS));
  }

  /** The digests of all versions that were ever shipped. */
  static Set<String> known() {
    return new String(resource(KNOWN), StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .collect(Collectors.toSet());
  }

  static byte[] resource(String name) {
    try (InputStream stream = TlsOptions.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the plugin's jar has no " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<OpensslVersion> opensslVersion() {
    for (Statement statement : workspace.configuration().statements()) {
      if (statement.is("LoadModule") && statement.argument(0).equals("ssl_module")) {
        return versionIn(statement.argument(1));
      }
    }
    String binary = workspace.setup().binary();
    return workspace.facts().hasModule("ssl_module") && !binary.isEmpty()
        ? versionIn(binary)
        : Optional.empty();
  }

  private Optional<OpensslVersion> versionIn(String program) {
    try {
      Path path = workspace.facts().serverRoot().resolve(program);
      return OpensslVersion.in(Files.readString(path, StandardCharsets.ISO_8859_1));
    } catch (IOException | InvalidPathException e) {
      LOG.debug("{} cannot be read", program, e);
      return Optional.empty();
    }
  }
}
