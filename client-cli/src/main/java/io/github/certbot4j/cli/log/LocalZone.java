package io.github.certbot4j.cli.log;

import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * The time zone of the machine. To read its rules takes as long as all the rest of logging, so a
 * second processor does it before the first time is written.
 */
final class LocalZone implements Supplier<TimeZone>, Runnable {

  private LocalZone() {}

  /** The zone, whose rules are being read from now on if a processor is free for that. */
  static LocalZone beingRead() {
    LocalZone zone = new LocalZone();
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread reader = new Thread(zone, "time zone");
      reader.setDaemon(true);
      reader.start();
    }
    return zone;
  }

  /** Whoever comes before the rules have been read waits for them. */
  @Override
  public TimeZone get() {
    return TimeZone.getDefault();
  }

  @Override
  public void run() {
    get();
  }
}
