package io.github.certbot4j.acme.acme4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.StubServer;
import io.github.certbot4j.net.StubServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureTranslationTest {

  private final StubServer server = StubServer.plain();
  private final AcmeGateway gateway = Gateways.to(server);

  @AfterEach
  void close() {
    gateway.close();
    server.close();
  }

  @Test
  void subproblems_are_told_with_their_names() {
    server.reply(
        "/new-account",
        Reply.text(
            400,
            "application/problem+json",
            """
            {"type":"urn:ietf:params:acme:error:malformed","detail":"Some names\\nrejected",
             "subproblems":[
              {"type":"urn:ietf:params:acme:error:malformed","detail":"Invalid underscore",
               "identifier":{"type":"dns","value":"_example.org"}},
              {"type":"urn:ietf:params:acme:error:rejectedIdentifier","detail":"Policy",
               "identifier":{"type":"dns","value":"example.net"}}]}
            """));

    assertThat(refusal().problem())
        .isEqualTo(
            new AcmeProblem(
                "malformed",
                "Some names rejected; _example.org: Invalid underscore; example.net: Policy",
                Optional.empty()));
  }

  @Test
  void the_name_of_an_only_subproblem_is_the_problems() {
    server.reply(
        "/new-account",
        Reply.text(
            403,
            "application/problem+json",
            """
            {"type":"urn:ietf:params:acme:error:rejectedIdentifier","subproblems":[
              {"type":"urn:ietf:params:acme:error:rejectedIdentifier","title":"Policy",
               "identifier":{"type":"dns","value":"example.net"}}]}
            """));

    assertThat(refusal().problem().identifier()).contains("example.net");
  }

  @Test
  void a_type_beyond_acme_is_kept_whole() {
    server.reply(
        "/new-account",
        Reply.text(400, "application/problem+json", "{\"type\":\"https://ca.org/errors/odd\"}"));

    assertThat(refusal().problem().type()).isEqualTo("https://ca.org/errors/odd");
  }

  @Test
  void a_rate_limit_says_when_to_come_back_and_what_to_read() {
    server.reply(
        "/new-account",
        Reply.problem(429, "rateLimited", "too many accounts")
            .with("Retry-After", "3600")
            .with("Link", "<https://ca.example.org/limits>;rel=\"help\""));

    Failure.Refused failure = refusal();

    assertThat(failure.advice())
        .isEqualTo("Try again after 2026-11-22T04:00:00Z; see https://ca.example.org/limits.");
    assertThat(failure.retryHelps()).isTrue();
  }

  @Test
  void a_rate_limit_that_says_no_more_is_worth_another_try() {
    server.reply("/new-account", Reply.problem(429, "rateLimited", "too many accounts"));

    assertThat(refusal().advice()).isEqualTo("Try again later.");
  }

  @Test
  void a_demanded_action_names_the_page_to_visit() {
    server.reply(
        "/new-account",
        Reply.text(
            403,
            "application/problem+json",
            """
            {"type":"urn:ietf:params:acme:error:userActionRequired","detail":"Terms have changed",
             "instance":"https://ca.example.org/agree?token=1"}
            """));

    assertThat(refusal().advice()).contains("https://ca.example.org/agree?token=1");
  }

  @ParameterizedTest
  @CsvSource({
    "externalAccountRequired, --eab-kid",
    "accountDoesNotExist,     certbot register",
    "invalidContact,          --email",
    "caa,                     CAA records",
    "serverInternal,          later",
    "userActionRequired,      ''",
    "badCSR,                  ''",
  })
  void some_refusals_bring_advice(String type, String advice) {
    server.reply("/new-account", Reply.problem(400, type, "no"));

    assertThat(refusal().advice()).contains(advice);
    assertThat(refusal().advice().isEmpty()).isEqualTo(advice.isEmpty());
  }

  @Test
  void a_problem_under_a_wrong_media_type_is_understood() {
    server.reply(
        "/new-account",
        Reply.text(
            400,
            "text/plain; charset=iso-8859-1",
            "{\"type\":\"urn:ietf:params:acme:error:badCSR\",\"detail\":\"weak\"}"));

    assertThat(refusal().problem().type()).isEqualTo("badCSR");
  }

  @Test
  void json_under_a_wrong_media_type_is_understood() {
    server.reply("/dir", Reply.text(200, "text/html", server.directory("")));

    assertThat(gateway.meta().profiles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html,        <html>Hello</html>",
    "200, application/json, 'not json'",
    "200, application/json, '{\"no\":\"ACME\"}'",
    "200, application/json, '{\"new-reg\":\"https://ca.org/v1\"}'",
    "200, application/json, ''",
    "404, text/html,        <html>Not found</html>",
    "403, application/json, '{\"error\":\"denied\"}'",
    "204, application/json, ''",
    "301, text/html,        <html>Moved</html>",
  })
  void what_is_no_directory_points_to_the_server_option(int status, String type, String body) {
    server.reply("/dir", Reply.text(status, type, body));

    Failure.Unreachable failure = Gateways.failure(Failure.Unreachable.class, gateway::meta);

    assertThat(failure.what()).contains(server.url("/dir")).doesNotContain("<html>");
    assertThat(failure.advice()).contains("--server");
  }

  @Test
  void trouble_inside_the_server_is_told_as_such() {
    server.reply("/dir", Reply.text(503, "text/html", "<html>maintenance</html>"));

    Failure.Unreachable failure = Gateways.failure(Failure.Unreachable.class, gateway::meta);

    assertThat(failure.what()).contains("HTTP 503");
    assertThat(failure.advice()).contains("later").doesNotContain("--server");
  }

  @Test
  void a_failed_directory_is_asked_for_again() {
    server.reply("/dir", Reply.text(503, "text/html", ""), Reply.json(server.directory("")));

    Gateways.failure(Failure.Unreachable.class, gateway::meta);

    assertThat(gateway.meta().externalAccountRequired()).isFalse();
  }

  @Test
  void an_unknown_host_is_named() {
    Failure.Unreachable failure = unreachable("https://" + Gateways.UNRESOLVABLE + "/dir");

    assertThat(failure.what()).contains(Gateways.UNRESOLVABLE).contains("cannot be resolved");
    assertThat(failure.retryHelps()).isTrue();
  }

  @Test
  void a_closed_port_is_named() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(unreachable("https://127.0.0.1:" + port + "/dir").what())
        .contains("127.0.0.1:" + port)
        .contains("refused");
  }

  @Test
  void silence_is_told_as_such() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        AcmeGateway other =
            Gateways.impatient("http://127.0.0.1:" + silent.getLocalPort() + "/dir")) {
      assertThat(Gateways.failure(Failure.Unreachable.class, other::meta).what())
          .contains("it timed out");
    }
  }

  @Test
  void a_server_without_tls_is_told_as_such() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> answerInPlainText(socket));
      thread.start();

      assertThat(unreachable("https://127.0.0.1:" + socket.getLocalPort() + "/dir").what())
          .contains("does not speak TLS");
      thread.join();
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      client.shutdownOutput();
      client.getInputStream().readAllBytes();
    } catch (IOException expected) {
      // The client goes when it has seen enough.
    }
  }

  private Failure.Refused refusal() {
    return Gateways.failure(Failure.Refused.class, () -> gateway.findAccount(Gateways.KEY));
  }

  private static Failure.Unreachable unreachable(String url) {
    try (AcmeGateway other = Gateways.open(url, Gateways.USUAL_TRUST, ProxySettings.NONE)) {
      return Gateways.failure(Failure.Unreachable.class, other::meta);
    }
  }
}
