package io.github.certbot4j.dns.route53;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * What a machine at AWS asks for the keys of its role: the second version, with a session token.
 */
final class FakeMetadata implements AutoCloseable {

  private static final String ROLES = "/latest/meta-data/iam/security-credentials";
  private static final String SESSION = "metadata-session";

  private final HttpServer server;

  FakeMetadata() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean known =
          SESSION.equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"));
      if (path.equals("/keys")) {
        answer(exchange, 200, keys());
      } else if (exchange.getRequestMethod().equals("PUT") && path.equals("/latest/api/token")) {
        exchange.getResponseHeaders().set("x-aws-ec2-metadata-token-ttl-seconds", "21600");
        answer(exchange, 200, SESSION);
      } else if (!known) {
        answer(exchange, 401, "no session");
      } else if (path.equals(ROLES) || path.equals(ROLES + "/")) {
        answer(exchange, 200, "certbot-role");
      } else if (path.equals(ROLES + "/certbot-role")) {
        answer(exchange, 200, keys());
      } else {
        answer(exchange, 404, "");
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static String keys() {
    return """
        {"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": "%s", "SecretAccessKey": "%s",
         "Token": "%s", "Expiration": "2099-01-01T00:00:00Z", "LastUpdated": "2020-01-01T00:00:00Z"}
        """
        .formatted(FakeSts.ACCESS_KEY, FakeSts.SECRET_KEY, FakeSts.TOKEN);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
