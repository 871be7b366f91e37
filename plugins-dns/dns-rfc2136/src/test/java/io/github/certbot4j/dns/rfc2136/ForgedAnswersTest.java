package io.github.certbot4j.dns.rfc2136;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForgedAnswersTest {

  private static final String SECRET = "c2VjcmV0LW9mLXRoZS1rZXk=";

  @TempDir private Path directory;
  private final List<Challenge> challenges = List.of(Bench.challenge("www.example.com", "1"));

  @Test
  void a_yes_without_a_signature_is_no_yes() throws IOException {
    try (UntrustworthyServer server = UntrustworthyServer.unsigned()) {
      assertThatThrownBy(() -> authenticator(server.port()).perform(challenges))
          .isInstanceOf(FailureException.class)
          .hasMessageContaining("not signed");
    }
  }

  @Test
  void a_yes_with_another_keys_signature_is_no_yes() throws IOException {
    try (UntrustworthyServer server = UntrustworthyServer.signingWith("YW5vdGhlciBzZWNyZXQ=")) {
      assertThatThrownBy(() -> authenticator(server.port()).perform(challenges))
          .isInstanceOf(FailureException.class)
          .hasMessageContaining("proves nothing");
    }
  }

  @Test
  void a_yes_with_the_right_signature_is_one() throws IOException {
    try (UntrustworthyServer server = UntrustworthyServer.signingWith(SECRET)) {
      assertThatCode(() -> authenticator(server.port()).perform(challenges))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void a_server_that_does_not_answer_is_named_with_its_port() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThatThrownBy(() -> authenticator(port).perform(challenges))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageContaining(Integer.toString(port))
        .hasMessageContaining("does not answer");
    assertThat(port).isPositive();
  }

  private Authenticator authenticator(int port) {
    Rfc2136Plugin plugin = new Rfc2136Plugin();
    return new Bench(directory)
        .option(plugin, "propagation_seconds", 0)
        .authenticator(
            plugin,
            """
            dns_rfc2136_server = 127.0.0.1
            dns_rfc2136_port = %d
            dns_rfc2136_name = key
            dns_rfc2136_secret = %s
            dns_rfc2136_algorithm = hmac-sha256
            """
                .formatted(port, SECRET));
  }
}
