package io.github.certbot4j.apache;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.contract.AuthenticatorContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class ApacheAuthenticatorTest extends AuthenticatorContract {

  @TempDir private Path directory;
  private ApacheSite site;
  private ApacheServer server;

  @BeforeEach
  void makeSite() {
    site =
        ApacheSite.debian(directory)
            .site("a.conf", "<VirtualHost *:80>\n    ServerName a.example\n</VirtualHost>\n")
            .site("b.conf", "<VirtualHost *:80>\n    ServerName b.example\n</VirtualHost>\n");
    server = site.server();
  }

  @Override
  protected Authenticator authenticator() {
    return server;
  }

  /** What the virtual host's rule leads to. */
  @Override
  protected List<String> found(Challenge challenge) {
    String host =
        site.readAsIs("sites-available/" + challenge.domain().ascii().charAt(0) + ".conf");
    Path file = site.directories().work().resolve("http_challenges").resolve(challenge.token());
    boolean included =
        host.contains("Include " + site.root.resolve("le_http_01_challenge_pre.conf"))
            && site.exists("le_http_01_challenge_pre.conf");
    try {
      return included && Files.exists(file) ? List.of(Files.readString(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
