package io.github.certbot4j.nginx;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.contract.AuthenticatorContract;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class NginxAuthenticatorTest extends AuthenticatorContract {

  @TempDir private Path directory;
  private Site site;
  private NginxServer server;

  @BeforeEach
  void makeSite() {
    site =
        new Site(directory)
            .write("sites/a", "server {\n    listen 80;\n    server_name a.example;\n}\n");
    server = site.server();
  }

  @Override
  protected Authenticator authenticator() {
    return server;
  }

  @Override
  protected List<String> found(Challenge challenge) {
    Pattern location =
        Pattern.compile(
            Pattern.quote("location = " + Challenge.HTTP_PATH + challenge.token())
                + "\\{default_type text/plain;return 200 ([^;]+);\\}");
    Matcher matcher = location.matcher(site.nginx.served());
    return matcher.find() ? List.of(matcher.group(1)) : List.of();
  }
}
