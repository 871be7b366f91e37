package io.github.certbot4j.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * When a certificate is due.
 *
 * <p>A lineage's own {@code renew_before_expiry} decides where there is one. Else certificates that
 * live 90 days or longer are due 30 days before their end; shorter ones with a third of their
 * lifetime left, and those under ten days with half of it, so that none is missed between two runs
 * and none is renewed at every run.
 *
 * @param forced the user wants a renewal whatever the dates
 * @param rehearsal nothing is kept, so everything counts as due
 */
public record RenewalPolicy(boolean forced, boolean rehearsal) {

  private static final Duration LONG_LIFETIME = Duration.ofDays(90);
  private static final Duration SHORT_LIFETIME = Duration.ofDays(10);
  private static final Duration BEFORE_END_OF_LONG = Duration.ofDays(30);

  /** Decides for one lineage. */
  public Due decide(RenewalFacts facts, Instant now) {
    if (forced) {
      return Due.FORCED;
    }
    if (facts.autorenew()) {
      if (facts.notAfter().isBefore(horizon(facts, now))) {
        return Due.EXPIRING;
      }
      return rehearsal ? Due.REHEARSAL : Due.ONLY_IF_REVOKED;
    }
    return rehearsal ? Due.REHEARSAL : Due.NO;
  }

  /** How long before its end a certificate of this lifetime is due by default. */
  public static Duration defaultMargin(Instant notBefore, Instant notAfter) {
    // The last second counts (RFC 5280 section 4.1.2.5), so 90 days are encoded as one second less.
    Duration lifetime = Duration.between(notBefore, notAfter).plusSeconds(1);
    if (lifetime.compareTo(LONG_LIFETIME) >= 0) {
      return BEFORE_END_OF_LONG;
    }
    int parts = lifetime.compareTo(SHORT_LIFETIME) < 0 ? 2 : 3;
    // Dates in certificates are whole seconds; to divide a Duration costs 20 ms at the first time.
    return Duration.ofSeconds(lifetime.toSeconds() / parts);
  }

  private static Instant horizon(RenewalFacts facts, Instant now) {
    return facts.horizon().orElse(now.plus(defaultMargin(facts.notBefore(), facts.notAfter())));
  }
}
