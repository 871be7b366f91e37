package io.github.certbot4j.nginx;

import io.github.certbot4j.nginx.vhost.TlsSetup.TlsFiles;
import io.github.certbot4j.webserver.OptionFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The files of TLS settings that server blocks include, brought up to date for one nginx. */
final class TlsOptionFiles {

  private static final String OPTIONS = "options-ssl-nginx.conf";
  private static final String OPTIONS_DIGEST = ".updated-options-ssl-nginx-conf-digest.txt";
  private static final String DH_PARAMETERS = "ssl-dhparams.pem";
  private static final String DH_PARAMETERS_DIGEST = ".updated-ssl-dhparams-pem-digest.txt";

  private final Path directory;

  /** The files in the configuration directory of the program. */
  TlsOptionFiles(Path directory) {
    this.directory = directory;
  }

  TlsFiles files() {
    return new TlsFiles(directory.resolve(OPTIONS), directory.resolve(DH_PARAMETERS));
  }

  /** Writes what is missing or outdated, unless somebody changed it. */
  void install(NginxVersion version) {
    Set<String> known = new HashSet<>(resource("known-digests.txt").lines().toList());
    file(OPTIONS, OPTIONS_DIGEST, known)
        .install(bytes(options(version.hasTls13(), version.canDoWithoutTickets())));
    file(DH_PARAMETERS, DH_PARAMETERS_DIGEST, known).install(bytes(dhParameters()));
  }

  private OptionFile file(String name, String digest, Set<String> known) {
    return new OptionFile(directory.resolve(name), directory.resolve(digest), known);
  }

  /** The settings for an nginx with these abilities. */
  static String options(boolean tls13, boolean withoutTickets) {
    return resource("options-ssl-nginx.conf.template")
        .replace("@PROTOCOLS@", tls13 ? "TLSv1.2 TLSv1.3" : "TLSv1.2")
        .replace("@TICKETS@", withoutTickets ? "ssl_session_tickets off;\n" : "");
  }

  /** The group ffdhe2048 (RFC 7919). */
  static String dhParameters() {
    return resource("ssl-dhparams.pem");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String resource(String name) {
    try (InputStream in = TlsOptionFiles.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
