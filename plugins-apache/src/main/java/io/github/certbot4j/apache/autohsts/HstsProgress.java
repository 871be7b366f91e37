package io.github.certbot4j.apache.autohsts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far the header of one virtual host has come.
 *
 * @param step the last step that was made, from 0
 * @param since when, in seconds since 1970
 */
record HstsProgress(int step, double since) {

  /** Lifetimes in seconds, one for each step. */
  private static final List<Integer> LIFETIMES =
      List.of(60, 300, 900, 3600, 21_600, 43_200, 86_400);

  /** The lifetime when nothing is expected to go wrong any more. */
  static final int FINAL_LIFETIME = 31_536_000;

  private static final double SECONDS_BETWEEN_STEPS = Duration.ofDays(2).toSeconds();
  private static final double NANOS = 1e9;

  /** The first step, made now. */
  static HstsProgress first(Instant now) {
    return new HstsProgress(0, seconds(now));
  }

  /** The lifetime of the header at this step. */
  int lifetime() {
    return LIFETIMES.get(Math.min(Math.max(step, 0), LIFETIMES.size() - 1));
  }

  boolean isLastStep() {
    return step >= LIFETIMES.size() - 1;
  }

  /** Whether the next step is to be made. */
  boolean isDue(Instant now) {
    return !isLastStep() && seconds(now) >= since + SECONDS_BETWEEN_STEPS;
  }

  HstsProgress next(Instant now) {
    return new HstsProgress(step + 1, seconds(now));
  }

  private static double seconds(Instant time) {
    return time.getEpochSecond() + time.getNano() / NANOS;
  }
}
