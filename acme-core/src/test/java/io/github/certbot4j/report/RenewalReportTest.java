package io.github.certbot4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewalReportTest {

  private final List<String> good = new ArrayList<>();
  private final List<String> bad = new ArrayList<>();

  @Test
  void without_any_lineage_nothing_was_attempted() {
    tell(new RenewalReport(false, false), false);
    assertThat(good).containsExactly("No renewals were attempted.");
    assertThat(bad).isEmpty();
  }

  @Test
  void what_is_not_due_is_listed_with_its_end() {
    RenewalReport report = new RenewalReport(false, false);
    report.skipped(Path.of("/live/a/fullchain.pem"), Instant.parse("2026-04-02T23:59:59Z"));
    report.skipped(Path.of("/live/b/fullchain.pem"), Instant.parse("2026-05-02T23:59:59Z"));
    tell(report, true);
    assertThat(good)
        .containsExactly(
            "The following certificates are not due for renewal yet:",
            "  /live/a/fullchain.pem expires on 2026-04-02 (skipped)",
            "  /live/b/fullchain.pem expires on 2026-05-02 (skipped)",
            "No renewals were attempted.",
            "No hooks were run.");
    assertThat(report.hasTrouble()).isFalse();
  }

  @Test
  void what_is_not_due_is_not_put_into_words_when_nobody_sees_them() {
    RenewalReport report = new RenewalReport(false, true);
    report.skipped(Path.of("/live/a/fullchain.pem"), Instant.parse("2026-04-02T23:59:59Z"));
    tell(report, false);
    assertThat(good).containsExactly("No renewals were attempted.");
  }

  @Test
  void success_of_all_is_congratulated_and_hooks_are_not_mentioned() {
    RenewalReport report = new RenewalReport(false, false);
    report.renewed("/live/a/fullchain.pem");
    tell(report, true);
    assertThat(good)
        .containsExactly(
            "Congratulations, all renewals succeeded: ", "  /live/a/fullchain.pem (success)");
    assertThat(report.hasTrouble()).isFalse();
  }

  @Test
  void failure_of_all_goes_where_errors_go() {
    RenewalReport report = new RenewalReport(false, false);
    report.failed("/live/a/fullchain.pem");
    tell(report, true);
    assertThat(good).isEmpty();
    assertThat(bad)
        .containsExactly(
            "All renewals failed. The following certificates could not be renewed:",
            "  /live/a/fullchain.pem (failure)");
    assertThat(report.hasTrouble()).isTrue();
    assertThat(report.troubleCounts()).isEqualTo("1 renew failure(s), 0 parse failure(s)");
  }

  @Test
  void success_and_failure_are_told_apart() {
    RenewalReport report = new RenewalReport(false, false);
    report.renewed("/live/a/fullchain.pem");
    report.failed("/live/b/fullchain.pem");
    tell(report, false);
    assertThat(good)
        .containsExactly(
            "The following renewals succeeded:", "  /live/a/fullchain.pem (success)", "");
    assertThat(bad)
        .containsExactly("The following renewals failed:", "  /live/b/fullchain.pem (failure)");
  }

  @Test
  void configurations_that_cannot_be_used_come_last_and_count_as_trouble() {
    RenewalReport report = new RenewalReport(false, false);
    report.unusable("/renewal/a.conf");
    tell(report, false);
    assertThat(good)
        .containsExactly(
            "No renewals were attempted.",
            "",
            "Additionally, the following renewal configurations were invalid: ",
            "  /renewal/a.conf (parsefail)");
    assertThat(report.hasTrouble()).isTrue();
    assertThat(report.troubleCounts()).isEqualTo("0 renew failure(s), 1 parse failure(s)");
  }

  @Test
  void a_rehearsal_speaks_of_simulated_renewals_throughout() {
    RenewalReport both = new RenewalReport(true, false);
    both.renewed("a");
    both.failed("b");
    tell(both, false);
    RenewalReport none = new RenewalReport(true, false);
    tell(none, false);
    RenewalReport failed = new RenewalReport(true, false);
    failed.failed("b");
    tell(failed, false);
    assertThat(good)
        .containsExactly(
            "The following simulated renewals succeeded:",
            "  a (success)",
            "",
            "No simulated renewals were attempted.");
    assertThat(bad)
        .contains(
            "The following simulated renewals failed:",
            "All simulated renewals failed. The following certificates could not be renewed:");
  }

  private void tell(RenewalReport report, boolean hooksGiven) {
    report.tell(hooksGiven, good::add, bad::add);
  }
}
