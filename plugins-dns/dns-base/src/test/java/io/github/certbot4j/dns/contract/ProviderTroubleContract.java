package io.github.certbot4j.dns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every DNS plugin when the service, the network or the user gets in the way. */
public abstract class ProviderTroubleContract extends SideBySideContract {

  /** The answer of a service that wants fewer requests. */
  protected FakeAnswer tooManyRequests() {
    return FakeAnswer.json(429, "{'message':'slow down'}");
  }

  /** What a user is told who may not write: part of the text. */
  protected abstract String permissionHint();

  @Test
  final void a_forbidden_write_is_told_apart_from_wrong_credentials() {
    fake().zones().add("example.com").makeReadOnly();
    Challenge challenge = Bench.challenge("example.com", "1");
    assertThatThrownBy(() -> perform(challenge))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(permissionHint());
    cleanUp(challenge);
    assertThat(published(challenge)).isEmpty();
  }

  @Test
  final void a_refused_removal_is_a_warning_and_the_others_go_on() {
    fake().zones().add("example.com");
    fake().zones().add("example.net");
    Challenge one = Bench.challenge("example.com", "1");
    Challenge other = Bench.challenge("example.net", "2");
    perform(one, other);
    fake()
        .failNext(this::changesRecords, 4, FakeAnswer.text(500, "text/html", "<html>oops</html>"));
    cleanUp(one, other);
    assertThat(published(one)).isNotEmpty();
    assertThat(published(other)).isEmpty();
    assertThat(log().warnings())
        .singleElement()
        .asString()
        .contains("example.com", one.validationName(), one.validation());
    fake().zones().byName("example.com").orElseThrow().removeAt(one.validationName(), "TXT");
  }

  @Test
  final void the_service_is_left_alone_as_long_as_it_wants() {
    fake().zones().add("example.com");
    fake().failNext(request -> true, 1, tooManyRequests().with("Retry-After", "2"));
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    List<FakeRequest> requests = fake().requests();
    assertThat(Duration.between(requests.get(0).time(), requests.get(1).time()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    cleanUp(challenge);
  }

  @Test
  final void a_service_that_always_wants_less_is_given_up() {
    fake().zones().add("example.com");
    fake().failNext(request -> true, 1000, tooManyRequests());
    Challenge challenge = Bench.challenge("example.com", "1");
    assertThatThrownBy(() -> perform(challenge))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Try again later");
    assertThat(bench().clock().slept()).isLessThan(Duration.ofMinutes(15));
    cleanUp(challenge);
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 502, 0})
  final void a_passing_trouble_at_any_request_is_overcome(int status) {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    FakeAnswer trouble =
        status == 0 ? FakeAnswer.RESET : FakeAnswer.text(status, "text/html", "<html>busy</html>");
    fake().failNext(request -> !request.isWrite(), 1, trouble);
    fake().failNext(this::changesRecords, 1, trouble);
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    fake().failNext(this::changesRecords, 1, trouble);
    cleanUp(challenge);
    assertThat(published(challenge)).isEmpty();
  }

  @Test
  final void a_write_whose_answer_got_lost_is_not_done_twice() {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    fake().failAfterNext(this::changesRecords, FakeAnswer.RESET);
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    cleanUp(challenge);
    assertThat(published(challenge)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Welcome</html>", "", "null", "{\"result\": [", "{}", "[]", "7"})
  final void answers_that_make_no_sense_are_told_as_such(String body) {
    fake().zones().add("example.com");
    fake().failNext(request -> true, 1000, FakeAnswer.text(200, "application/json", body));
    Challenge challenge = Bench.challenge("example.com", "1");
    assertThatThrownBy(() -> perform(challenge))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("example.com")
        .hasMessageNotContaining("Exception");
    cleanUp(challenge);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Welcome</html>", "null", "{\"result\": ["})
  final void errors_that_make_no_sense_are_told_by_their_status(String body) {
    fake().zones().add("example.com");
    fake().failNext(request -> true, 1000, FakeAnswer.text(418, "application/json", body));
    Challenge challenge = Bench.challenge("example.com", "1");
    assertThatThrownBy(() -> perform(challenge))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("418");
    cleanUp(challenge);
  }

  @Test
  final void after_a_write_that_failed_what_was_written_before_is_removed() {
    fake().zones().add("example.com");
    fake().zones().add("example.net").makeReadOnly();
    fake().zones().add("example.org");
    Challenge first = Bench.challenge("example.com", "1");
    Challenge second = Bench.challenge("example.net", "2");
    Challenge third = Bench.challenge("example.org", "3");
    assertThatThrownBy(() -> perform(first, second, third))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("_acme-challenge.example.net");
    assertThat(published(third)).isEmpty();
    cleanUp(first, second, third);
    assertThat(published(first)).isEmpty();
  }

  @Test
  final void nothing_is_lost_when_two_clients_write_at_the_same_time() {
    assumeThat(noticesConflicts()).isTrue();
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    fake()
        .beforeNext(
            this::changesRecords,
            () ->
                fake().zones().foreign(zone, "TXT", challenge.validationName(), "from elsewhere"));
    perform(challenge);
    assertThat(published(challenge))
        .containsExactlyInAnyOrder("from elsewhere", challenge.validation());
    cleanUp(challenge);
    assertThat(published(challenge)).containsExactly("from elsewhere");
  }

  @Test
  final void a_run_that_is_ended_during_the_wait_cleans_up() {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    EndingWaiter waiter = new EndingWaiter(bench().clock());
    bench().waitingBy(waiter);
    Authenticator interrupted = bench().authenticator(plugin(), credentials());
    waiter.onSleep(() -> interrupted.cleanUp(List.of(challenge)));
    interrupted.perform(List.of(challenge));
    assertThat(published(challenge)).isEmpty();
  }

  @Test
  final void a_service_that_cannot_be_reached_is_named() {
    Challenge challenge = Bench.challenge("example.com", "1");
    bench().variable("HTTPS_PROXY", "http://127.0.0.1:1");
    Authenticator unlucky = bench().authenticator(plugin(), credentials());
    assertThatThrownBy(() -> unlucky.perform(List.of(challenge)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("127.0.0.1:1");
    unlucky.cleanUp(List.of(challenge));
  }

  /** Runs something in another thread, once, when somebody sleeps. */
  private static final class EndingWaiter implements Waiter {

    private final Waiter waiter;
    private Runnable action = () -> {};

    EndingWaiter(Waiter waiter) {
      this.waiter = waiter;
    }

    void onSleep(Runnable other) {
      action = other;
    }

    @Override
    public Instant now() {
      return waiter.now();
    }

    @Override
    public void sleep(Duration duration) {
      Runnable now = action;
      action = () -> {};
      CompletableFuture.runAsync(now).join();
      waiter.sleep(duration);
    }
  }
}
