package io.github.certbot4j.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeZones;
import io.github.certbot4j.dns.contract.LogCapture;
import io.github.certbot4j.dns.contract.ZoneServer;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.SharedOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long an order waits, by name servers that show records sooner or later. */
final class PropagationTest {

  @TempDir private Path directory;
  private final FakeZones zones = new FakeZones();
  private final LogCapture log = new LogCapture();
  private final Challenge challenge = Bench.challenge("www.example.com", "1");
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(directory);
    zones.add("example.com");
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void it_goes_on_as_soon_as_all_name_servers_show_the_record() {
    long waited = waitWith(atOnce(), atOnce());
    assertThat(waited).isBetween(2L, 6L);
    assertThat(log.all()).anyMatch(line -> line.contains("show the records after"));
  }

  @Test
  void it_waits_for_the_slower_of_two_servers() {
    long waited = waitWith(atOnce(), after(20));
    assertThat(waited).isBetween(20L, 30L);
  }

  @Test
  void a_server_that_never_shows_it_costs_the_whole_time_and_a_warning() {
    long waited = waitWith(atOnce(), record -> false);
    assertThat(waited).isEqualTo(40);
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("127.0.0.3", "_acme-challenge.www.example.com");
  }

  @Test
  void zero_seconds_are_no_wait_and_no_question() {
    bench.option(SimplePlugin.DECLARATION.propagationSeconds(), 0);
    assertThat(waitWith(atOnce(), atOnce())).isZero();
  }

  @Test
  void switched_off_it_waits_the_whole_time_unseen() {
    bench.option(SharedOptions.DNS_PROPAGATION_CHECK, "off");
    assertThat(waitWith(atOnce(), atOnce())).isEqualTo(40);
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void where_no_server_can_be_asked_it_waits_the_whole_time_and_says_so() {
    perform();
    assertThat(bench.clock().slept().toSeconds()).isEqualTo(40);
    assertThat(log.all()).anyMatch(line -> line.contains("can be asked from here"));
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void the_resolver_is_never_asked_for_what_it_could_remember_as_missing() {
    try (ZoneServer servers = serversWith(atOnce(), atOnce())) {
      perform();
      assertThat(servers.questions())
          .isNotEmpty()
          .noneMatch(line -> line.startsWith("127.0.0.1 ") && line.contains("_acme-challenge"));
    }
  }

  @Test
  void a_limit_below_the_time_that_servers_take_is_kept() {
    bench.option(SimplePlugin.DECLARATION.propagationSeconds(), 1);
    assertThat(waitWith(atOnce(), after(20))).isEqualTo(1);
    assertThat(log.warnings()).hasSize(1);
  }

  private Predicate<FakeRecord> atOnce() {
    return after(0);
  }

  private Predicate<FakeRecord> after(int seconds) {
    return record -> bench.clock().slept().toSeconds() >= seconds;
  }

  private long waitWith(Predicate<FakeRecord> one, Predicate<FakeRecord> other) {
    try (ZoneServer servers = serversWith(one, other)) {
      perform();
      assertThat(servers.resolver()).isNotEmpty();
    }
    return bench.clock().slept().toSeconds();
  }

  private ZoneServer serversWith(Predicate<FakeRecord> one, Predicate<FakeRecord> other) {
    ZoneServer servers =
        new ZoneServer(zones).nameServer("127.0.0.2", one).nameServer("127.0.0.3", other).start();
    bench.variable("CERTBOT_DNS_RESOLVER", servers.resolver());
    return servers;
  }

  private void perform() {
    Authenticator authenticator =
        bench.authenticator(new SimplePlugin(zones), "dns_simple_token = secret-token");
    authenticator.perform(List.of(challenge));
    assertThat(zones.txt(challenge.validationName())).containsExactly(challenge.validation());
    authenticator.cleanUp(List.of(challenge));
    assertThat(zones.txt(challenge.validationName())).isEmpty();
  }
}
