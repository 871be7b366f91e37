package io.github.certbot4j.net;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A server that says what it was told to, with a fresh nonce each time, and remembers. */
public final class StubServer implements AutoCloseable {

  private final HttpServer server;
  private final String base;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final Set<Integer> connections = new TreeSet<>();
  private final AtomicInteger nonces = new AtomicInteger();

  /** What was asked. */
  public record Request(String method, String path, Map<String, String> headers, String body) {

    /** The payload of the JWS, decoded. */
    public String payload() {
      return decoded("payload");
    }

    /** The protected header of the JWS, decoded. */
    public String header() {
      return decoded("protected");
    }

    private String decoded(String member) {
      String start = '"' + member + "\":\"";
      int from = body.indexOf(start) + start.length();
      String value = body.substring(from, body.indexOf('"', from));
      return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** What to answer. */
  public record Reply(int status, String type, String body, Map<String, String> headers) {

    public static Reply json(String body) {
      return new Reply(200, "application/json", body, Map.of());
    }

    public static Reply problem(int status, String type, String detail) {
      return new Reply(
          status,
          "application/problem+json",
          "{\"type\":\"urn:ietf:params:acme:error:%s\",\"detail\":\"%s\"}".formatted(type, detail),
          Map.of());
    }

    public static Reply text(int status, String type, String body) {
      return new Reply(status, type, body, Map.of());
    }

    public Reply with(String name, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(name, value);
      return new Reply(status, type, body, more);
    }

    public Reply status(int other) {
      return new Reply(other, type, body, headers);
    }
  }

  private StubServer(HttpServer server, String scheme, String host) {
    this.server = server;
    this.base = scheme + "://" + host + ":" + server.getAddress().getPort();
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    reply("/dir", Reply.json(directory("")));
    reply("/nonce", Reply.text(200, "text/plain", ""));
  }

  public static StubServer plain() {
    try {
      return new StubServer(HttpServer.create(anyPort(), 0), "http", "127.0.0.1");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reached by the given host name, which its certificate may have or not. */
  public static StubServer secure(SSLContext context, String host) {
    try {
      HttpsServer server = HttpsServer.create(anyPort(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return new StubServer(server, "https", host);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** The directory with further members, each followed by a comma. */
  public String directory(String more) {
    return """
        {%s"newNonce":"%2$s/nonce","newAccount":"%2$s/new-account","newOrder":"%2$s/new-order",
         "revokeCert":"%2$s/revoke"}"""
        .formatted(more, base);
  }

  public String url(String path) {
    return base + path;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Sets what a path answers: one after the other, the last for ever. */
  public void reply(String path, Reply... answers) {
    replies.put(path, new ArrayDeque<>(List.of(answers)));
  }

  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  public Request last(String path) {
    return requests().stream()
        .filter(request -> request.path().equals(path))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** How many TCP connections there were. */
  public synchronized int connections() {
    return connections.size();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      remember(exchange, path, body);
      Reply reply = next(path);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.getResponseHeaders().set("Replay-Nonce", "nonce" + nonces.incrementAndGet());
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      byte[] content = reply.body().getBytes(StandardCharsets.UTF_8);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(
          reply.status(), head || content.length == 0 ? -1 : content.length);
      if (!head && content.length > 0) {
        exchange.getResponseBody().write(content);
      }
    }
  }

  private synchronized void remember(HttpExchange exchange, String path, String body) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    requests.add(new Request(exchange.getRequestMethod(), path, headers, body));
    connections.add(exchange.getRemoteAddress().getPort());
  }

  private synchronized Reply next(String path) {
    Deque<Reply> queue = replies.get(path);
    if (queue == null) {
      return Reply.text(404, "text/html", "<html>not here</html>");
    }
    return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
