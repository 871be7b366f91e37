package io.github.certbot4j.dns.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The server that tells a machine at Google who it is. */
final class FakeMetadata implements AutoCloseable {

  private static final String BASE = "/computeMetadata/v1/";

  private final HttpServer server;
  private final Supplier<String> tokens;
  private final String flavor;

  /** A server that answers with this flavor, and asks for a new token each time. */
  FakeMetadata(String flavor, Supplier<String> tokens) throws IOException {
    this.flavor = flavor;
    this.tokens = tokens;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Host and port, as the variable for it has them. */
  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      exchange.getResponseHeaders().set("Metadata-Flavor", flavor);
      if (!"Google".equals(exchange.getRequestHeaders().getFirst("Metadata-Flavor"))) {
        answer(exchange, 403, "Missing Metadata-Flavor:Google header.");
      } else if (path.equals(BASE + "project/project-id")) {
        answer(exchange, 200, FakeGoogle.PROJECT);
      } else if (path.equals(BASE + "instance/service-accounts/default/token")) {
        answer(
            exchange,
            200,
            "{\"access_token\": \"%s\", \"expires_in\": 3599, \"token_type\": \"Bearer\"}"
                .formatted(tokens.get()));
      } else {
        answer(exchange, 404, "not found");
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
