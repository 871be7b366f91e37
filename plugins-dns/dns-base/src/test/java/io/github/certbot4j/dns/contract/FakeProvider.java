package io.github.certbot4j.dns.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.net.TestTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DNS service's API over HTTPS, reached by its real host names through a proxy. It keeps state,
 * remembers requests, can be told to fail, and refuses everything that it doesn't know. A subclass
 * is a table of routes.
 */
public abstract class FakeProvider implements AutoCloseable {

  /** Answers a request; the texts that matched the braces of the path come along. */
  public interface Route extends BiFunction<FakeRequest, List<String>, FakeAnswer> {}

  private record Entry(String method, Pattern path, Route route) {}

  private record Fault(
      Predicate<FakeRequest> when, FakeAnswer answer, boolean afterwards, AtomicInteger times) {}

  private record Interruption(Predicate<FakeRequest> when, Runnable action, AtomicInteger times) {}

  private final FakeZones zones = new FakeZones();
  private final List<Entry> routes = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Interruption> interruptions = new ArrayList<>();
  private final List<Interruption> holds = new CopyOnWriteArrayList<>();
  private final List<FakeRequest> requests = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TestTls tls;
  private final HttpsServer server;
  private final ConnectProxy proxy;
  private Supplier<Instant> clock = Instant::now;
  private boolean strict = true;

  /** Starts the service under its host names. */
  protected FakeProvider(String... hosts) {
    try {
      System.setProperty("sun.net.httpserver.nodelay", "true");
      tls = TestTls.forHosts(List.of(hosts));
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
      server.setExecutor(threads);
      server.createContext("/", this::serve);
      server.start();
      proxy = new ConnectProxy(List.of(hosts), server.getAddress().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds a route.
   *
   * @param path the percent-encoded path; a part in braces stands for anything without a slash
   */
  protected final void route(String method, String path, Route route) {
    String pattern = Pattern.compile("\\{[^}]*}").matcher(path).replaceAll("([^/]+)");
    routes.add(new Entry(method, Pattern.compile(pattern), route));
  }

  /** Called before every route: an answer if the request doesn't say rightly who asks. */
  protected abstract Optional<FakeAnswer> refuse(FakeRequest request);

  /** The zones and records. */
  public final FakeZones zones() {
    return zones;
  }

  /** What an API that counts time goes by. */
  public final void runBy(Supplier<Instant> other) {
    clock = other;
  }

  protected final Instant now() {
    return clock.get();
  }

  /** The proxy that leads to the service. */
  public final String proxyUrl() {
    return "http://127.0.0.1:" + proxy.port();
  }

  /** The CA of its certificate, in PEM. */
  public final String caPem() {
    return tls.pem();
  }

  public final synchronized List<FakeRequest> requests() {
    return List.copyOf(requests);
  }

  /** What the client did that the service doesn't know, or that it must not do. */
  public final synchronized List<String> violations() {
    List<String> all = new ArrayList<>(violations);
    all.addAll(proxy.refused());
    return all;
  }

  /** Answers the next requests of a kind with something else, and does nothing for them. */
  public final synchronized void failNext(
      Predicate<FakeRequest> when, int times, FakeAnswer answer) {
    faults.add(new Fault(when, answer, false, new AtomicInteger(times)));
  }

  /** Does what the next request of a kind asks for, and then answers something else. */
  public final synchronized void failAfterNext(Predicate<FakeRequest> when, FakeAnswer answer) {
    faults.add(new Fault(when, answer, true, new AtomicInteger(1)));
  }

  /** Lets something happen just before the next request of a kind. */
  public final synchronized void beforeNext(Predicate<FakeRequest> when, Runnable action) {
    interruptions.add(new Interruption(when, action, new AtomicInteger(1)));
  }

  /**
   * Lets something happen before the next request of a kind reaches the service, which serves
   * others meanwhile.
   */
  public final void holdNext(Predicate<FakeRequest> when, Runnable action) {
    holds.add(new Interruption(when, action, new AtomicInteger(1)));
  }

  /** Tolerates what the original's libraries send besides, such as empty bodies. */
  public final void tolerateOtherClients() {
    strict = false;
  }

  protected final boolean isStrict() {
    return strict;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      FakeRequest request = request(exchange);
      interrupt(holds, request);
      FakeAnswer answer = answer(request);
      if (answer.status() == 0) {
        return;
      }
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private FakeRequest request(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    return new FakeRequest(
        now(),
        exchange.getRequestMethod(),
        exchange.getRequestHeaders().getFirst("Host"),
        uri.getRawPath(),
        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
        exchange.getRequestHeaders(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private synchronized FakeAnswer answer(FakeRequest request) {
    requests.add(request);
    interrupt(List.copyOf(interruptions), request);
    for (Fault fault : faults) {
      if (fault.when().test(request) && fault.times().getAndDecrement() > 0) {
        if (fault.afterwards()) {
          handle(request);
        }
        return fault.answer();
      }
    }
    return handle(request);
  }

  private static void interrupt(List<Interruption> all, FakeRequest request) {
    for (Interruption each : all) {
      if (each.when().test(request) && each.times().getAndDecrement() > 0) {
        each.action().run();
      }
    }
  }

  private FakeAnswer handle(FakeRequest request) {
    try {
      Optional<FakeAnswer> refusal = refuse(request);
      return refusal.isPresent() ? refusal.get() : routed(request);
    } catch (FakeRequest.Strictness | DnsTroubleException e) {
      violations.add(request + ": " + e.getMessage());
      return FakeAnswer.text(400, "text/plain", "the fake refuses this: " + e.getMessage());
    } catch (RuntimeException e) {
      violations.add(request + ": " + e);
      return FakeAnswer.text(400, "text/plain", "the fake broke down: " + e);
    }
  }

  private FakeAnswer routed(FakeRequest request) {
    for (Entry entry : routes) {
      Matcher matcher = entry.path().matcher(request.path());
      if (entry.method().equals(request.method()) && matcher.matches()) {
        checkBody(request);
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
          parts.add(matcher.group(i));
        }
        return entry.route().apply(request, parts);
      }
    }
    throw new FakeRequest.Strictness("no such route");
  }

  private void checkBody(FakeRequest request) {
    boolean bodyless = request.method().equals("GET") || request.method().equals("DELETE");
    if (strict && bodyless && !request.body().isEmpty()) {
      throw new FakeRequest.Strictness("a body with " + request.method());
    }
  }

  @Override
  public final void close() throws IOException {
    proxy.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
