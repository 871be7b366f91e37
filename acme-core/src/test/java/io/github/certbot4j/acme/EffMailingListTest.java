package io.github.certbot4j.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.certbot4j.net.ProxySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EffMailingListTest {

  private final List<String> received = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String answer = "{\"status\": true}";

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/subscribe",
        exchange -> {
          received.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void the_address_is_sent_as_a_form() {
    assertThat(list().subscribe("a+b@example.test")).isEmpty();
    assertThat(received)
        .containsExactly(
            "data_type=json&email=a%2Bb%40example.test"
                + "&form_id=eff_supporters_library_subscribe_form");
  }

  @Test
  void a_refusal_is_told() {
    answer = "{\"status\": false}";
    assertThat(list().subscribe("a@example.test")).contains("the address was not accepted");
  }

  @Test
  void an_answer_that_is_no_answer_is_told() {
    answer = "<html>";
    assertThat(list().subscribe("a@example.test")).contains("the answer can't be understood");
    answer = "{}";
    assertThat(list().subscribe("a@example.test")).contains("the answer says nothing about it");
  }

  @Test
  void trouble_on_the_way_is_told() {
    status = 503;
    assertThat(list().subscribe("a@example.test").orElseThrow()).contains("status 503");
    server.stop(0);
    assertThat(list().subscribe("a@example.test").orElseThrow()).startsWith("the request failed");
  }

  private EffMailingList list() {
    return new EffMailingList(
        ProxySettings.NONE,
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/subscribe"));
  }
}
