package io.github.certbot4j.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeZones;
import io.github.certbot4j.dns.contract.LogCapture;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an order when the run is ended from outside, or something fails half-way. */
final class EndedRunTest {

  @TempDir private Path directory;
  private final FakeZones zones = new FakeZones();
  private final LogCapture log = new LogCapture();
  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<Challenge> challenges =
      List.of(Bench.challenge("a.example.com", "1"), Bench.challenge("b.example.com", "2"));
  private Bench bench;

  @BeforeEach
  void start() {
    zones.add("example.com");
    bench = new Bench(directory).option(SimplePlugin.DECLARATION.propagationSeconds(), 0);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void a_clean_up_while_records_are_written_stops_that_and_removes_what_is_there()
      throws Exception {
    SimplePlugin plugin = new SimplePlugin(zones).before(this::holdFirstWrite);
    Authenticator authenticator = bench.authenticator(plugin, "dns_simple_token = one");
    CompletableFuture<Throwable> run =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> authenticator.perform(challenges)));
    writing.await();
    CompletableFuture<Void> cleanUp =
        CompletableFuture.runAsync(() -> authenticator.cleanUp(challenges));
    // The clean-up says that it waits before it does.
    while (!Thread.State.BLOCKED.equals(stateOfCleanUp())) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    cleanUp.join();

    assertThat(run.join()).isInstanceOf(FailureException.class).hasMessageContaining("given up");
    assertThat(plugin.journal())
        .containsExactly(
            "one adds _acme-challenge.a.example.com", "one deletes _acme-challenge.a.example.com");
    assertThat(zones.txt("_acme-challenge.a.example.com")).isEmpty();
  }

  @Test
  void a_fault_in_a_service_costs_a_warning_for_its_record_and_not_the_others() {
    SimplePlugin plugin = new SimplePlugin(zones);
    Authenticator authenticator = bench.authenticator(plugin, "dns_simple_token = one");
    authenticator.perform(challenges);
    plugin.before(
        what -> {
          if (what.endsWith("deletes _acme-challenge.a.example.com")) {
            throw new IllegalStateException("a fault");
          }
        });
    authenticator.cleanUp(challenges);
    assertThat(zones.txt("_acme-challenge.a.example.com")).hasSize(1);
    assertThat(zones.txt("_acme-challenge.b.example.com")).isEmpty();
    assertThat(log.warnings()).singleElement().asString().contains("a.example.com", "a fault");
  }

  @Test
  void all_zones_are_found_before_anything_is_written() {
    SimplePlugin plugin = new SimplePlugin(zones);
    Authenticator authenticator = bench.authenticator(plugin, "dns_simple_token = one");
    List<Challenge> mixed = List.of(challenges.get(0), Bench.challenge("example.org", "3"));
    assertThatThrownBy(() -> authenticator.perform(mixed))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("example.org");
    assertThat(plugin.journal()).isEmpty();
    authenticator.cleanUp(mixed);
  }

  private void holdFirstWrite(String what) {
    if (what.endsWith("adds _acme-challenge.a.example.com")) {
      writing.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Thread.State stateOfCleanUp() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(
            entry ->
                List.of(entry.getValue()).stream()
                    .anyMatch(frame -> frame.getMethodName().equals("cleanUp")))
        .map(entry -> entry.getKey().getState())
        .findFirst()
        .orElse(Thread.State.NEW);
  }
}
