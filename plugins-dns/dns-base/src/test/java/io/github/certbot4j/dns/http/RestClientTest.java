package io.github.certbot4j.dns.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.LogCapture;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.net.ConnectionOpener;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.TlsTrust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RestClientTest {

  private static final String SECRET = "very/secret+token";

  @TempDir private Path directory;
  private final LogCapture log = new LogCapture();
  private Echo service;
  private Bench bench;
  private boolean abandoned;

  /** Answers with the body it got. */
  private static final class Echo extends FakeProvider {
    Echo() {
      super("api.example");
      for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
        route(method, "/echo", (request, parts) -> FakeAnswer.text(200, "x/y", request.body()));
      }
    }

    @Override
    protected Optional<FakeAnswer> refuse(FakeRequest request) {
      return Optional.empty();
    }
  }

  @BeforeEach
  void start() {
    service = new Echo();
    bench = new Bench(directory).reaching(service);
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
    log.close();
  }

  @ParameterizedTest
  @CsvSource({"GET, 500", "PUT, 502", "DELETE, 503", "GET, 504", "GET, 0", "PUT, 0", "DELETE, 0"})
  void what_may_be_repeated_is_repeated(String method, int status) {
    // The JDK repeats by itself what got no answer, once.
    int times = status == 0 ? 6 : 3;
    service.failNext(request -> true, times, new FakeAnswer(status, Map.of(), ""));
    assertThat(call(method).send().status()).isEqualTo(200);
    assertThat(bench.clock().slept()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504", "0"})
  void a_post_is_sent_once(int status) {
    service.failNext(request -> true, 3, new FakeAnswer(status, Map.of(), ""));
    assertThatThrownBy(() -> call("POST").json(Json.object("a", 1)).send())
        .asInstanceOf(type(DnsTroubleException.class))
        .satisfies(thrown -> assertThat(thrown.is(Kind.UNAVAILABLE)).isTrue());
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void a_post_whose_answer_was_lost_arrives_once() {
    service.failAfterNext(request -> true, FakeAnswer.RESET);
    assertThatThrownBy(() -> call("POST").json(Json.object("a", 1)).send())
        .hasMessageContaining("closed the connection without an answer");
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void a_post_is_repeated_if_nothing_was_done_or_it_does_no_harm() {
    service.failNext(request -> true, 1, FakeAnswer.empty(429));
    assertThat(call("POST").json(Json.object()).send().status()).isEqualTo(200);
    service.failNext(request -> true, 1, FakeAnswer.empty(503));
    assertThat(call("POST").json(Json.object()).repeatable().send().status()).isEqualTo(200);
  }

  @Test
  void a_service_that_wants_too_long_a_pause_is_given_up_at_once() {
    service.failNext(request -> true, 1, FakeAnswer.empty(429).with("Retry-After", "3600"));
    assertThatThrownBy(() -> call("GET").send())
        .asInstanceOf(type(DnsTroubleException.class))
        .satisfies(thrown -> assertThat(thrown.is(Kind.RATE_LIMITED)).isTrue());
    assertThat(bench.clock().slept()).isZero();
  }

  @Test
  void nothing_is_repeated_for_an_order_that_was_abandoned() {
    abandoned = true;
    service.failNext(request -> true, 1, FakeAnswer.empty(503));
    assertThatThrownBy(() -> call("GET").send()).isInstanceOf(DnsTroubleException.class);
    assertThat(service.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, REJECTED", "401, BAD_CREDENTIALS", "403, NO_PERMISSION", "404, REJECTED",
    "409, CONFLICT", "412, CONFLICT", "422, REJECTED", "302, BAD_RESPONSE"
  })
  void other_statuses_are_told_at_once(int status, Kind kind) {
    service.failNext(request -> true, 9, FakeAnswer.text(status, "text/plain", "no " + SECRET));
    assertThatThrownBy(() -> call("GET").send())
        .asInstanceOf(type(DnsTroubleException.class))
        .satisfies(thrown -> assertThat(thrown.trouble().kind()).isEqualTo(kind))
        .extracting(thrown -> thrown.trouble().message())
        .asString()
        .doesNotContain(SECRET);
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void accepted_statuses_are_answers() {
    service.failNext(request -> true, 1, FakeAnswer.empty(404));
    assertThat(call("GET").accepting(404).send().status()).isEqualTo(404);
  }

  @Test
  void the_log_has_requests_and_answers_without_secrets() {
    call("PUT").query("key", SECRET).json(Json.object("password", SECRET, "x", "plain")).send();
    assertThat(log.all())
        .anyMatch(line -> line.contains("PUT https://api.example/echo"))
        .anyMatch(line -> line.contains("plain"))
        .noneMatch(line -> line.contains(SECRET) || line.contains(RestCall.encoded(SECRET)));
    call("POST").json(Json.object("fresh", "unknown-secret")).confidential().send();
    assertThat(log.all()).noneMatch(line -> line.contains("unknown-secret"));
  }

  @Test
  void headers_that_authenticate_are_made_for_each_attempt() {
    service.failNext(request -> true, 1, FakeAnswer.empty(503));
    call("GET").send();
    List<String> stamps =
        service.requests().stream().map(request -> request.header("X-Stamp")).toList();
    assertThat(stamps).hasSize(2).doesNotHaveDuplicates();
  }

  private RestCall call(String method) {
    var environment = bench.context().environment();
    Masking masking = new Masking(List.of(SECRET));
    RestClient client =
        new RestClient(
            new ConnectionOpener(ProxySettings.of(environment), TlsTrust.of(environment, true)),
            new Patience(bench.clock(), () -> abandoned),
            bench.clock(),
            masking);
    RestApi api = new RestApi("https://api.example", new Stamped(), client);
    return switch (method) {
      case "GET" -> api.get("/echo");
      case "PUT" -> api.put("/echo");
      case "POST" -> api.post("/echo");
      default -> api.delete("/echo");
    };
  }

  /** Says when the request was made. */
  private final class Stamped implements ApiDialect {
    @Override
    public Map<String, String> authenticate(String method, URI url, String body) {
      return Map.of("X-Stamp", bench.clock().now().toString());
    }

    @Override
    public DnsTrouble explain(RestAnswer answer) {
      return DnsTrouble.ofStatus(answer.status(), "", answer.body());
    }
  }
}
