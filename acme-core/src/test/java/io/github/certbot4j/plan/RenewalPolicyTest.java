package io.github.certbot4j.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final RenewalPolicy ORDINARY = new RenewalPolicy(false, false);

  @ParameterizedTest(name = "a certificate for {0} days is due with {1} days left, not with {2}")
  @CsvSource({
    "90, 29.9, 30.1",
    "398, 29.9, 30.1",
    "47, 15.6, 15.7",
    "60, 19.9, 20.1",
    "10, 3.3, 3.4",
    "6, 2.9, 3.1",
    "1, 0.4, 0.6"
  })
  void the_default_margin_follows_the_lifetime(int lifetime, double due, double notDue) {
    assertThat(ORDINARY.decide(facts(lifetime, due), NOW)).isEqualTo(Due.EXPIRING);
    assertThat(ORDINARY.decide(facts(lifetime, notDue), NOW)).isEqualTo(Due.ONLY_IF_REVOKED);
  }

  @Test
  void ninety_days_less_the_last_second_count_as_ninety() {
    Instant start = NOW;
    assertThat(RenewalPolicy.defaultMargin(start, start.plus(Duration.ofDays(90)).minusSeconds(1)))
        .isEqualTo(Duration.ofDays(30));
  }

  @Test
  void the_lineages_own_horizon_wins_over_the_default() {
    RenewalFacts facts =
        new RenewalFacts(
            NOW.minus(Duration.ofDays(1)),
            NOW.plus(Duration.ofDays(89)),
            Optional.of(NOW.plus(Duration.ofDays(100))),
            true);
    assertThat(ORDINARY.decide(facts, NOW)).isEqualTo(Due.EXPIRING);
  }

  @Test
  void the_horizon_itself_is_not_due_yet() {
    Instant end = NOW.plus(Duration.ofDays(30));
    RenewalFacts facts =
        new RenewalFacts(end.minus(Duration.ofDays(90)), end, Optional.of(end), true);
    assertThat(ORDINARY.decide(facts, NOW)).isEqualTo(Due.ONLY_IF_REVOKED);
  }

  @Test
  void a_lineage_without_autorenew_is_due_only_when_forced_or_rehearsed() {
    RenewalFacts expired =
        new RenewalFacts(
            NOW.minus(Duration.ofDays(91)), NOW.minus(Duration.ofDays(1)), Optional.empty(), false);
    assertThat(ORDINARY.decide(expired, NOW)).isEqualTo(Due.NO);
    assertThat(new RenewalPolicy(false, true).decide(expired, NOW)).isEqualTo(Due.REHEARSAL);
    assertThat(new RenewalPolicy(true, false).decide(expired, NOW)).isEqualTo(Due.FORCED);
  }

  @Test
  void a_rehearsal_renews_what_is_not_due() {
    assertThat(new RenewalPolicy(false, true).decide(facts(90, 80), NOW)).isEqualTo(Due.REHEARSAL);
  }

  private static RenewalFacts facts(int lifetimeDays, double daysLeft) {
    Instant end = NOW.plusSeconds(Math.round(daysLeft * 86_400));
    return new RenewalFacts(
        end.minus(Duration.ofDays(lifetimeDays)).plusSeconds(1), end, Optional.empty(), true);
  }
}
