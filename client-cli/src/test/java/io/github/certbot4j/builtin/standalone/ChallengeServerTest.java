package io.github.certbot4j.builtin.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeServerTest {

  private static final ResponseWriter RESPONSES =
      new ResponseWriter("/c/", Map.of("token", "token.print"));

  private ChallengeServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        ChallengeServer.start(Listeners.open("127.0.0.1", 0), RESPONSES, Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_published_token_is_answered_with_exactly_its_content() throws IOException {
    assertThat(RawClient.get(server.port(), "/c/token"))
        .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 11\r\nConnection: close\r\n\r\ntoken.print");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/c/token?x=1", "http://a.example/c/token", "HTTP://a.example:80/c/token"})
  void other_ways_to_write_the_target_lead_to_the_same(String target) throws IOException {
    assertThat(RawClient.get(server.port(), target)).endsWith("\r\n\r\ntoken.print");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/c/other", "/c/", "/c", "/c/../c/token", "/c/token/", "*", "/favicon.ico"})
  void everything_else_is_not_found(String target) throws IOException {
    assertThat(RawClient.get(server.port(), target)).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "http://a.example"})
  void the_root_answers_so_that_one_can_see_the_server(String target) throws IOException {
    assertThat(RawClient.get(server.port(), target)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void head_gets_the_length_and_no_content() throws IOException {
    assertThat(exchange("HEAD /c/token HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-Length: 11")
        .endsWith("\r\n\r\n");
  }

  @Test
  void other_methods_are_refused() throws IOException {
    assertThat(exchange("POST /c/token HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense\r\n\r\n", "GET /\r\n\r\n", "\u0016\u0003\u0001 a b\n\n"})
  void what_is_not_http_is_refused(String request) throws IOException {
    assertThat(exchange(request)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void bare_line_feeds_and_empty_lines_in_front_are_forgiven() throws IOException {
    assertThat(exchange("\r\nGET /c/token HTTP/1.0\n\n")).endsWith("token.print");
  }

  @Test
  void a_request_may_come_in_pieces() throws IOException {
    try (RawClient client = new RawClient("127.0.0.1", server.port())) {
      client.send("GE").send("T /c/tok").send("en HTTP/1.1\r").send("\n\r\n");
      assertThat(client.readAll()).endsWith("token.print");
    }
  }

  @Test
  void an_endless_request_is_cut_off() throws IOException {
    assertThat(exchange("GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(5000)))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void idle_clients_keep_nobody_waiting_however_many_there_are() throws IOException {
    List<RawClient> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 400; i++) {
        idle.add(new RawClient("127.0.0.1", server.port()).send("GET"));
      }
      assertThat(RawClient.get(server.port(), "/c/token")).endsWith("token.print");
    } finally {
      for (RawClient client : idle) {
        client.close();
      }
    }
  }

  @Test
  void a_client_that_takes_too_long_is_dropped() throws Exception {
    ChallengeServer impatient =
        ChallengeServer.start(Listeners.open("127.0.0.1", 0), RESPONSES, Duration.ofMillis(50));
    try (RawClient slow = new RawClient("127.0.0.1", impatient.port())) {
      assertThat(slow.send("GET / HTT").readAll()).isEmpty();
    } finally {
      impatient.stop();
    }
  }

  private String exchange(String request) throws IOException {
    try (RawClient client = new RawClient("127.0.0.1", server.port())) {
      return client.send(request).readAll();
    }
  }
}
