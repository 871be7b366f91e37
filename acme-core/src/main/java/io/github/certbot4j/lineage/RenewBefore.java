package io.github.certbot4j.lineage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long before its end a certificate is to be renewed: {@code renew_before_expiry} in a renewal
 * configuration.
 *
 * @param months counted by the calendar (UTC), years being twelve each; may be negative
 * @param exact added to that; may be negative
 */
public record RenewBefore(int months, Duration exact) {

  /** What holds where the text can't be understood. */
  public static final RenewBefore DEFAULT = new RenewBefore(0, Duration.ofDays(30));

  private static final Logger LOG = LoggerFactory.getLogger(RenewBefore.class);

  /**
   * Reads an interval in words: digits alone count days; else sums of {@code 2 weeks}, {@code 3d},
   * {@code 90 min}, {@code 1.5 days}, {@code a month}, with {@code and} or commas between them or
   * nothing; a leading {@code -} or a trailing {@code ago} makes it negative.
   *
   * @return empty if the text isn't such
   */
  public static Optional<RenewBefore> parse(String text) {
    return new IntervalParser(text).parse();
  }

  /** Reads an interval; unreadable text is logged as a warning and counts as 30 days. */
  static RenewBefore parseOrDefault(String text, Path file) {
    Optional<RenewBefore> interval = parse(text);
    if (interval.isEmpty()) {
      LOG.warn(
          "{}: renew_before_expiry = {} is no interval; taking 30 days instead. Write it like '30"
              + " days'.",
          file,
          text);
    }
    return interval.orElse(DEFAULT);
  }

  /** The instant this far after the given one: what ends before it is due. */
  public Instant after(Instant now) {
    return now.atZone(ZoneOffset.UTC).plusMonths(months).plus(exact).toInstant();
  }
}
