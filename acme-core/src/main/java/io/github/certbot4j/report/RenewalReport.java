package io.github.certbot4j.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Collects what became of each lineage in a {@code renew} run, and tells it in the end. */
public final class RenewalReport {

  private final boolean rehearsal;
  private final boolean silent;
  private final List<String> skipped = new ArrayList<>();
  private final List<String> renewed = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final List<String> unusable = new ArrayList<>();

  /**
   * Starts a report.
   *
   * @param rehearsal whether renewals are only simulated
   * @param silent whether nobody sees more of it than failures
   */
  public RenewalReport(boolean rehearsal, boolean silent) {
    this.rehearsal = rehearsal;
    this.silent = silent;
  }

  /**
   * Notes a lineage that isn't due.
   *
   * @param notAfter when its certificate ends; the day is told, in UTC
   */
  public void skipped(Path fullchain, Instant notAfter) {
    // Of thousands of lineages hardly any is due, and cron jobs are quiet.
    if (!silent) {
      LocalDate day = LocalDate.ofInstant(notAfter, ZoneOffset.UTC);
      skipped.add(fullchain + " expires on " + day + " (skipped)");
    }
  }

  public void renewed(String fullchain) {
    renewed.add(fullchain + " (success)");
  }

  public void failed(String fullchain) {
    failed.add(fullchain + " (failure)");
  }

  /** Notes a renewal configuration that can't be used. */
  public void unusable(String conf) {
    unusable.add(conf + " (parsefail)");
  }

  public boolean hasTrouble() {
    return !failed.isEmpty() || !unusable.isEmpty();
  }

  /** The counts that end a run with trouble, as in {@code 1 renew failure(s), 0 parse ...}. */
  public String troubleCounts() {
    return failed.size() + " renew failure(s), " + unusable.size() + " parse failure(s)";
  }

  /**
   * Tells it all.
   *
   * @param hooksGiven whether the run has hook options that were not used if nothing was attempted
   * @param good takes lines for standard output
   * @param bad takes lines about failures
   */
  public void tell(boolean hooksGiven, Lines good, Lines bad) {
    String noun = rehearsal ? "simulated renewal" : "renewal";
    if (!skipped.isEmpty()) {
      list(good, "The following certificates are not due for renewal yet:", skipped);
    }
    if (renewed.isEmpty() && failed.isEmpty()) {
      good.add("No " + noun + "s were attempted.");
      if (hooksGiven) {
        good.add("No hooks were run.");
      }
    } else if (failed.isEmpty()) {
      list(good, "Congratulations, all " + noun + "s succeeded: ", renewed);
    } else if (renewed.isEmpty()) {
      list(
          bad,
          "All " + noun + "s failed. The following certificates could not be renewed:",
          failed);
    } else {
      list(good, "The following " + noun + "s succeeded:", renewed);
      good.add("");
      list(bad, "The following " + noun + "s failed:", failed);
    }
    if (!unusable.isEmpty()) {
      good.add("");
      list(good, "Additionally, the following renewal configurations were invalid: ", unusable);
    }
  }

  private static void list(Lines to, String heading, List<String> items) {
    to.add(heading);
    for (String item : items) {
      to.add("  " + item);
    }
  }

  /** Takes lines of text. */
  @FunctionalInterface
  public interface Lines {
    void add(String line);
  }
}
