package io.github.certbot4j.builtin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.SharedOptions;
import io.github.certbot4j.spi.contract.AuthenticatorContract;
import io.github.certbot4j.spi.contract.Contexts;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import io.github.certbot4j.webserver.PortHolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StandaloneAuthenticatorTest extends AuthenticatorContract {

  private static final List<Challenge> ONE =
      List.of(
          new Challenge(
              DomainName.parse("a.example"), ChallengeType.HTTP_01, "token", "token.thumbprint"));

  private final StandaloneAuthenticator authenticator = at("", 0, ScriptedDisplay.unattended());
  private int lastPort;

  @Override
  protected Authenticator authenticator() {
    return authenticator;
  }

  @Override
  protected List<String> found(Challenge challenge) {
    try {
      lastPort = authenticator.listeningPort().orElse(lastPort);
      String response = RawClient.get(lastPort, Challenge.HTTP_PATH + challenge.token());
      return response.startsWith("HTTP/1.1 200 OK\r\n")
          ? List.of(response.substring(response.indexOf("\r\n\r\n") + 4))
          : List.of();
    } catch (ConnectException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void clients_of_both_internet_protocols_are_served() throws IOException {
    authenticator.perform(ONE);
    try {
      for (String address : List.of("127.0.0.1", "::1")) {
        try (RawClient client =
            new RawClient(address, authenticator.listeningPort().orElseThrow())) {
          assertThat(client.send("GET / HTTP/1.0\r\n\r\n").readAll()).contains("200 OK");
        }
      }
    } finally {
      authenticator.cleanUp(ONE);
    }
  }

  @Test
  void the_port_is_free_after_the_clean_up_even_if_a_client_is_still_there() throws IOException {
    authenticator.perform(ONE);
    int port = authenticator.listeningPort().orElseThrow();
    try (RawClient idle = new RawClient("127.0.0.1", port)) {
      idle.send("GET /");
      authenticator.cleanUp(ONE);
      try (ServerSocket next = new ServerSocket(port)) {
        assertThat(next.getLocalPort()).isEqualTo(port);
      }
    }
  }

  @Test
  void only_the_given_address_is_listened_at() throws IOException {
    StandaloneAuthenticator local = at("127.0.0.1", 0, ScriptedDisplay.unattended());
    local.perform(ONE);
    try {
      int port = local.listeningPort().orElseThrow();
      assertThat(RawClient.get(port, "/")).contains("200 OK");
      try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2"))) {
        assertThat(other.isBound()).isTrue();
      }
    } finally {
      local.cleanUp(ONE);
    }
  }

  @Test
  void an_address_of_another_machine_is_refused_with_advice() {
    StandaloneAuthenticator elsewhere = at("192.0.2.1", 0, ScriptedDisplay.unattended());
    assertThatThrownBy(() -> elsewhere.perform(ONE))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--http-01-address");
    elsewhere.cleanUp(ONE);
  }

  @Test
  void a_busy_port_is_named_with_the_program_that_holds_it() throws IOException {
    try (ServerSocket busy = new ServerSocket(0)) {
      int port = busy.getLocalPort();
      ScriptedDisplay display = ScriptedDisplay.unattended();
      assertThatThrownBy(() -> at("", port, display).perform(ONE))
          .isInstanceOf(FailureException.class)
          .hasMessageContaining("Port " + port + " is in use by ")
          .hasMessageContaining("(pid " + ProcessHandle.current().pid() + ")")
          .hasMessageContaining("--webroot");
    }
  }

  @Test
  void a_user_who_freed_the_port_may_retry() throws IOException {
    ServerSocket busy = new ServerSocket(0);
    Display display = mock(Display.class);
    when(display.yesNo(any(), any(), any(), any()))
        .thenAnswer(
            question -> {
              busy.close();
              return true;
            });
    StandaloneAuthenticator waiting = at("", busy.getLocalPort(), display);
    waiting.perform(ONE);
    assertThat(waiting.listeningPort()).hasValue(busy.getLocalPort());
    waiting.cleanUp(ONE);
  }

  @Test
  void a_user_who_gives_up_gets_the_error() throws IOException {
    try (ServerSocket busy = new ServerSocket(0)) {
      ScriptedDisplay display = ScriptedDisplay.answering("yes", "no");
      assertThatThrownBy(() -> at("", busy.getLocalPort(), display).perform(ONE))
          .isInstanceOf(FailureException.class);
      assertThat(display.shown()).hasSize(2);
    }
  }

  @Test
  void a_port_that_does_not_exist_is_refused_beforehand() {
    StandaloneAuthenticator beyond = at("", 65_536, ScriptedDisplay.unattended());
    assertThatThrownBy(beyond::prepare)
        .isInstanceOf(PluginUnusableException.class)
        .hasMessageContaining("--http-01-port is 65536");
  }

  @Test
  void it_listens_until_the_last_challenge_is_taken_back() throws IOException {
    Challenge other =
        new Challenge(DomainName.parse("b.example"), ChallengeType.HTTP_01, "other", "other.print");
    authenticator.perform(List.of(ONE.get(0), other));
    authenticator.cleanUp(ONE);
    assertThat(found(other)).containsExactly("other.print");
    assertThat(found(ONE.get(0))).isEmpty();
    authenticator.cleanUp(List.of(other));
    assertThat(authenticator.listeningPort()).isEmpty();
  }

  private static StandaloneAuthenticator at(String address, int port, Display display) {
    GivenOptions options =
        new GivenOptions()
            .with(SharedOptions.HTTP01_ADDRESS, address)
            .with(SharedOptions.HTTP01_PORT, port);
    return new StandaloneAuthenticator(
        Contexts.of(options, display),
        new PortHolders(Path.of("/proc")),
        any -> new ServedResponses());
  }
}
