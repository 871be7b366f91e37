package io.github.certbot4j.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.LogCapture;
import io.github.certbot4j.dns.contract.Rival;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Waiter;
import io.github.certbot4j.spi.contract.GivenOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two orders of one plugin at the same time, each with a credentials file of its own. */
final class SideBySideTest {

  private static final String NAME = "_acme-challenge.example.com";

  @TempDir private Path directory;
  private final LogCapture log = new LogCapture();
  private final SetPlugin plugin = new SetPlugin();
  private final Challenge one = Bench.challenge("example.com", "one");
  private final Challenge other = Bench.challenge("example.com", "other");
  private Authenticator first;
  private Authenticator second;

  @BeforeEach
  void start() {
    first = authenticator("first", 0);
    second = authenticator("second", 0);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void nobody_looks_at_a_name_before_the_other_has_written_what_it_found() {
    Rival rival = new Rival(() -> second.perform(List.of(other)));
    onFirstWrite("first", rival::startAndGoOnWhenItWaits);

    first.perform(List.of(one));
    rival.join();

    assertThat(plugin.txt(NAME)).containsExactly(one.validation(), other.validation());
    assertThat(rival.hadToWait()).isTrue();
    assertThat(plugin.journal())
        .as("each reads once more what it wrote")
        .containsExactly(
            "first reads",
            "first writes",
            "first reads",
            "second reads",
            "second writes",
            "second reads");
    first.cleanUp(List.of(one));
    assertThat(plugin.txt(NAME)).containsExactly(other.validation());
    second.cleanUp(List.of(other));
    assertThat(plugin.txt(NAME)).isEmpty();
  }

  @Test
  void a_clean_up_meets_neither_the_write_of_another_order_nor_its_clean_up() {
    first.perform(List.of(one));
    Rival leaving = new Rival(() -> first.cleanUp(List.of(one)));
    onFirstWrite("second", leaving::startAndGoOnWhenItWaits);
    second.perform(List.of(other));
    leaving.join();
    assertThat(plugin.txt(NAME)).containsExactly(other.validation());

    first.perform(List.of(one));
    Rival leavingToo = new Rival(() -> first.cleanUp(List.of(one)));
    onFirstWrite("second", leavingToo::startAndGoOnWhenItWaits);
    second.cleanUp(List.of(other));
    leavingToo.join();
    assertThat(plugin.txt(NAME)).isEmpty();
  }

  @Test
  void the_wait_for_name_servers_keeps_nobody_waiting() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Authenticator slow =
        bench("slow", 40)
            .waitingBy(
                new Pause(
                    () -> {
                      waiting.countDown();
                      Rival.await(goOn);
                    }))
            .authenticator(plugin, "dns_set_token = slow");
    CompletableFuture<Void> run = CompletableFuture.runAsync(() -> slow.perform(List.of(one)));
    Rival.await(waiting);

    second.perform(List.of(other));
    second.cleanUp(List.of(other));

    assertThat(run).isNotDone();
    assertThat(plugin.txt(NAME)).containsExactly(one.validation());
    goOn.countDown();
    run.get(30, TimeUnit.SECONDS);
    slow.cleanUp(List.of(one));
    assertThat(plugin.txt(NAME)).isEmpty();
  }

  @Test
  void an_order_that_fails_lets_the_next_have_its_turn() {
    Rival rival = new Rival(() -> second.perform(List.of(other)));
    onFirstWrite(
        "first",
        () -> {
          rival.startAndGoOnWhenItWaits();
          throw new IllegalStateException("a fault");
        });

    assertThat(catchThrowable(() -> first.perform(List.of(one)))).hasMessage("a fault");
    rival.join();

    assertThat(plugin.txt(NAME)).containsExactly(other.validation());
  }

  @Test
  void an_order_that_is_given_up_while_it_waits_for_its_turn_writes_nothing() {
    Rival rival = new Rival(() -> second.perform(List.of(other)));
    Rival end = new Rival(() -> second.cleanUp(List.of(other)));
    onFirstWrite(
        "first",
        () -> {
          rival.startAndGoOnWhenItWaits();
          end.startAndGoOnWhenItWaits();
        });

    first.perform(List.of(one));
    end.join();

    assertThat(catchThrowable(rival::join))
        .hasCauseInstanceOf(FailureException.class)
        .hasMessageContaining("given up");
    assertThat(plugin.journal()).noneMatch(line -> line.startsWith("second"));
    assertThat(plugin.txt(NAME)).containsExactly(one.validation());
  }

  @Test
  void orders_that_ask_a_service_whether_it_is_done_ask_the_less_often_the_more_they_are() {
    Bench alone = bench("alone", 40);
    plugin.inSyncAfter(1);
    alone.authenticator(plugin, "dns_set_token = alone").perform(List.of(one));
    assertThat(alone.clock().sleeps()).startsWith(Duration.ofSeconds(2));

    Bench asking = bench("asking", 40);
    Bench meanwhile = bench("meanwhile", 40);
    Authenticator inTheMiddle = meanwhile.authenticator(plugin, "dns_set_token = meanwhile");
    asking.waitingBy(
        new Pause(
            () -> {
              plugin.inSyncAfter(1);
              inTheMiddle.perform(List.of(other));
            }));
    plugin.inSyncAfter(1);
    asking.authenticator(plugin, "dns_set_token = asking").perform(List.of(one));
    assertThat(meanwhile.clock().sleeps()).startsWith(Duration.ofSeconds(4));
  }

  @Test
  void it_works_side_by_side_unless_a_person_is_asked_or_the_service_allows_no_overlap() {
    GivenOptions unknown = new GivenOptions();
    GivenOptions empty = new GivenOptions().with(SetPlugin.DECLARATION.credentials(), "");
    GivenOptions given = new GivenOptions().with(SetPlugin.DECLARATION.credentials(), "/a/file");
    assertThat(plugin.worksSideBySide(given)).isTrue();
    assertThat(plugin.worksSideBySide(unknown)).isFalse();
    assertThat(plugin.worksSideBySide(empty)).isFalse();

    SetPlugin narrow = new SetPlugin(SetPlugin.described().oneOrderAtATime().build());
    GivenOptions ofNarrow = new GivenOptions().with(narrow.declaration().credentials(), "/a/file");
    assertThat(narrow.worksSideBySide(ofNarrow)).isFalse();

    for (CredentialsForm form :
        List.of(CredentialsForm.surroundings(), CredentialsForm.fileOfItsOwn("key file"))) {
      ServiceDeclaration askingNobody = ServiceDeclaration.of("free", "Free", form).build();
      assertThat(new SetPlugin(askingNobody).worksSideBySide(unknown)).isTrue();
    }
  }

  private void onFirstWrite(String token, Runnable action) {
    plugin.beforeWrite(
        who -> {
          if (who.equals(token)) {
            plugin.beforeWrite(anybody -> {});
            action.run();
          }
        });
  }

  private Authenticator authenticator(String token, int seconds) {
    return bench(token, seconds).authenticator(plugin, "dns_set_token = " + token);
  }

  private Bench bench(String token, int seconds) {
    return Bench.below(directory, token).option(plugin, "propagation_seconds", seconds);
  }

  /** Does something else instead of letting time pass, the first time. */
  private static final class Pause implements Waiter {

    private Runnable action;

    Pause(Runnable action) {
      this.action = action;
    }

    @Override
    public Instant now() {
      return Bench.START;
    }

    @Override
    public void sleep(Duration duration) {
      Runnable now = action;
      action = () -> {};
      now.run();
    }
  }
}
