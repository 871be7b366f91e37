package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.acme.AcmeAccount.RenewalWindow;
import io.github.certbot4j.acme.DirectoryMeta;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.CertName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcmeRenewalAdviceTest {

  private static final Instant NOW = Workbench.NOW;

  @TempDir Path root;
  private Workbench bench;
  private Settings settings;

  @BeforeEach
  void makeLineageAndAccount() {
    bench = new Workbench(root);
    Account account = bench.account();
    settings = bench.settings().with(AccountOptions.ACCOUNT, account.id(), Origin.RENEWAL_CONF);
    bench.lineage("a.test", Workbench.NOT_DUE, "a.test");
    bench.gateway.meta = new DirectoryMeta(Optional.empty(), false, Map.of(), true);
  }

  @Test
  void a_window_that_is_over_makes_it_due() {
    suggest(NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(1)));
    assertThat(isDue(NOW, settings)).isTrue();
  }

  @Test
  void a_window_to_come_does_not() {
    suggest(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(3)));
    assertThat(isDue(NOW, settings)).isFalse();
  }

  @Test
  void the_ca_is_asked_again_only_when_it_wants_to_be() {
    bench.ca.suggest(
        new RenewalWindow(
            NOW.plus(Duration.ofDays(1)),
            NOW.plus(Duration.ofDays(3)),
            Optional.of(NOW.plus(Duration.ofHours(8)))));
    isDue(NOW, settings);
    isDue(NOW.plus(Duration.ofHours(7)), settings);
    assertThat(questions()).isEqualTo(1);
    isDue(NOW.plus(Duration.ofHours(9)), settings);
    assertThat(questions()).isEqualTo(2);
    assertThat(lineage().conf().text()).contains("[acme_renewal_info]\nari_retry_after = 2026-03-");
  }

  @Test
  void a_ca_that_offers_nothing_is_left_in_peace_by_later_runs() {
    bench.gateway.meta = new DirectoryMeta(Optional.empty(), false, Map.of(), false);
    assertThat(isDue(NOW, settings)).isFalse();
    bench.gateway.meta = new DirectoryMeta(Optional.empty(), false, Map.of(), true);
    suggest(NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(1)));
    assertThat(isDue(NOW, settings)).isFalse();
    assertThat(questions()).isZero();
  }

  @Test
  void a_rehearsal_asks_nothing() {
    suggest(NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(1)));
    Settings rehearsal = settings.with(DecisionOptions.DRY_RUN, true, Origin.COMMAND_LINE);
    assertThat(isDue(NOW, rehearsal)).isFalse();
    assertThat(questions()).isZero();
  }

  private boolean isDue(Instant now, Settings given) {
    // The memory of silent servers goes by the time of files, hence by the machine's clock.
    SilentServers silent =
        new SilentServers(
            bench.directories.work(), Instant.ofEpochMilli(System.currentTimeMillis()));
    AcmeRenewalAdvice advice =
        new AcmeRenewalAdvice(bench.gateways(), directories -> bench.accounts, silent, now);
    return advice.isDue(lineage(), given, bench.lineages);
  }

  private Lineage lineage() {
    return (Lineage) bench.lineages.load(new CertName("a.test")).orElseThrow();
  }

  private long questions() {
    return bench.ca.events().stream().filter("renewal info"::equals).count();
  }

  private void suggest(Instant start, Instant end) {
    bench.ca.suggest(new RenewalWindow(start, end, Optional.empty()));
  }
}
