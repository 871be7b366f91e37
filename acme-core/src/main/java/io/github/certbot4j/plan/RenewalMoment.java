package io.github.certbot4j.plan;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * Picks the moment in a suggested window at which a certificate is renewed (RFC 9773 section 4.2).
 */
public final class RenewalMoment {

  private static final int STEPS = 1 << 16;

  private RenewalMoment() {}

  /**
   * A moment between start and end. It differs from certificate to certificate, to spread the CA's
   * load, and is always the same for one certificate, so that runs agree with each other.
   */
  public static Instant within(Instant start, Instant end, BigInteger serialNumber) {
    if (!end.isAfter(start)) {
      return start;
    }
    int step = Math.floorMod(serialNumber.hashCode() * 0x9E3779B1, STEPS);
    return start.plus(Duration.between(start, end).multipliedBy(step).dividedBy(STEPS));
  }
}
