package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.DUE;
import static io.github.certbot4j.workflow.Workbench.NOT_DUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.TestAuthority;
import io.github.certbot4j.lineage.ArchiveVersion;
import io.github.certbot4j.lineage.Kind;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewFlowTest {

  private static final RevocationCheck NONE_REVOKED = lineage -> false;

  @TempDir Path temp;
  private final ScriptedDisplay display = ScriptedDisplay.unattended();
  private Workbench bench;
  private RandomDelay noDelay;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
    bench.account();
    noDelay = new RandomDelay(bench.clock, true, () -> 0);
  }

  @Test
  void a_lineage_that_is_due_gets_its_next_version_and_links_and_conf_follow() {
    bench.lineage("a.test", DUE, "a.test", "b.test");
    renew(bench.settings());
    Lineage renewed = bench.load("a.test");
    assertThat(renewed.currentVersion(Kind.CERT)).contains(new ArchiveVersion(2));
    assertThat(renewed.names()).containsExactly("a.test", "b.test");
    assertThat(display.shown())
        .containsExactly(
            "Processing " + renewed.confPath(),
            "Renewing an existing certificate for a.test and b.test",
            "new certificate deployed without reload, fullchain is " + fullchain("a.test"),
            "",
            Display.RULE,
            "Congratulations, all renewals succeeded: ",
            "  " + fullchain("a.test") + " (success)",
            Display.RULE);
  }

  @Test
  void what_is_not_due_is_left_alone_without_a_word_to_the_ca() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    bench.events().clear();
    renew(bench.settings());
    assertThat(bench.events()).isEmpty();
    assertThat(display.shown())
        .endsWith(
            Display.RULE,
            "The following certificates are not due for renewal yet:",
            "  " + fullchain("a.test") + " expires on 2026-05-20 (skipped)",
            "No renewals were attempted.",
            Display.RULE);
  }

  @Test
  void hooks_that_had_nothing_to_do_are_mentioned() {
    renew(bench.settings().with(HookOptions.PRE_HOOK, "true", Origin.COMMAND_LINE));
    assertThat(display.shown())
        .endsWith("No renewals were attempted.", "No hooks were run.", Display.RULE);
  }

  @Test
  void a_lineage_that_fails_does_not_stop_the_next() {
    bench.lineage("a.test", DUE, "a.test");
    bench.lineage("b.test", DUE, "b.test");
    bench.ca.fail("a.test");
    assertThatThrownBy(() -> renew(bench.settings()))
        .isInstanceOf(FailureException.class)
        .hasMessage("1 renew failure(s), 0 parse failure(s)");
    assertThat(version("a.test")).isEqualTo(1);
    assertThat(version("b.test")).isEqualTo(2);
    assertThat(display.shown()).contains("The following renewals succeeded:");
  }

  @Test
  void what_changes_while_one_of_many_is_renewed_is_seen_by_those_that_follow() {
    for (int i = 10; i < 60; i++) {
      bench.lineage("n" + i + ".test", i == 30 ? DUE : NOT_DUE, "n" + i + ".test");
    }
    TestAuthority authority = new TestAuthority();
    bench.ca.issueWith(
        csr -> {
          bench.conf("n31.test", "");
          bench.conf("n50.test", "");
          return authority.issue(csr, NOT_DUE);
        });
    assertThatThrownBy(() -> renew(bench.settings()))
        .hasMessage("0 renew failure(s), 2 parse failure(s)");
    assertThat(version("n30.test")).isEqualTo(2);
  }

  @Test
  void a_fault_of_the_program_or_of_a_library_in_one_lineage_does_not_stop_the_next() {
    bench.lineage("a.test", DUE, "a.test");
    bench.lineage("b.test", DUE, "b.test");
    bench.ca.issueWith(
        csr -> {
          throw new NoClassDefFoundError("gone");
        });
    assertThatThrownBy(() -> renew(bench.settings()))
        .hasMessage("2 renew failure(s), 0 parse failure(s)");
  }

  @Test
  void configurations_that_cannot_be_used_are_listed_and_end_in_failure() {
    Path empty = bench.conf("a.test", "");
    Path odd = bench.conf("b.test", "[renewalparams\n");
    bench.lineage("c.test", DUE, "c.test");
    assertThatThrownBy(() -> renew(bench.settings()))
        .hasMessage("0 renew failure(s), 2 parse failure(s)");
    assertThat(version("c.test")).isEqualTo(2);
    assertThat(display.shown())
        .endsWith(
            "",
            "Additionally, the following renewal configurations were invalid: ",
            "  " + empty + " (parsefail)",
            "  " + odd + " (parsefail)",
            Display.RULE);
  }

  @Test
  void values_and_names_that_cannot_be_used_are_parse_failures() {
    bench.lineage("a.test", DUE, Map.of("rsa_key_size", "many"), "a.test");
    bench.lineage("b.test", DUE, Map.of("server", "%(nothing)s"), "b.test");
    bench.lineage("c.test", DUE, "not..a.name");
    assertThatThrownBy(() -> renew(bench.settings()))
        .hasMessage("0 renew failure(s), 3 parse failure(s)");
  }

  @Test
  void an_unreadable_certificate_is_a_parse_failure() throws IOException {
    Lineage lineage = bench.lineage("a.test", DUE, "a.test");
    Files.writeString(lineage.path(Kind.CERT, new ArchiveVersion(1)), "garbage");
    assertThatThrownBy(() -> renew(bench.settings()))
        .hasMessage("0 renew failure(s), 1 parse failure(s)");
  }

  @Test
  void only_the_lineage_that_was_named_is_looked_at() {
    bench.lineage("a.test", DUE, "a.test");
    bench.lineage("b.test", DUE, "b.test");
    renew(
        bench
            .settings()
            .with(CertificateOptions.CERTNAME, new CertName("b.test"), Origin.COMMAND_LINE));
    assertThat(version("a.test")).isEqualTo(1);
    assertThat(version("b.test")).isEqualTo(2);
  }

  @Test
  void a_name_that_no_lineage_has_is_refused() {
    Settings settings =
        bench
            .settings()
            .with(CertificateOptions.CERTNAME, new CertName("x.test"), Origin.COMMAND_LINE);
    assertThatThrownBy(() -> renew(settings)).hasMessageContaining("no certificate named 'x.test'");
  }

  @Test
  void a_revoked_certificate_is_due_unless_renewal_is_switched_off() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    bench.lineage("b.test", NOT_DUE, Map.of("autorenew", "False"), "b.test");
    bench.renewFlow(display, lineage -> true, noDelay).run(bench.settings(), bench.lineages);
    assertThat(version("a.test")).isEqualTo(2);
    assertThat(version("b.test")).isEqualTo(1);
  }

  @Test
  void force_renewal_renews_what_is_not_due_and_asks_nobody_about_revocation() {
    bench.lineage("a.test", NOT_DUE, Map.of("autorenew", "False"), "a.test");
    RevocationCheck unwanted =
        lineage -> {
          throw new AssertionError("nobody was to be asked");
        };
    Settings forced =
        bench.settings().with(DecisionOptions.RENEW_BY_DEFAULT, true, Origin.COMMAND_LINE);
    bench.renewFlow(display, unwanted, noDelay).run(forced, bench.lineages);
    assertThat(version("a.test")).isEqualTo(2);
  }

  @Test
  void a_newer_version_that_waits_is_deployed_and_decides_whether_the_lineage_is_due() {
    Lineage lineage = bench.lineage("a.test", DUE, "a.test");
    bench.lineages.addVersion(
        lineage, Workbench.material(NOT_DUE, "a.test"), Workbench.params(Map.of()));
    renew(bench.settings());
    assertThat(version("a.test")).isEqualTo(2);
    assertThat(bench.events()).isEmpty();
    assertThat(display.shown())
        .contains("  " + fullchain("a.test") + " expires on 2026-05-20 (skipped)");
  }

  @Test
  void a_dry_run_stores_nothing_but_does_everything_else() {
    bench.lineage("a.test", NOT_DUE, Map.of("pre_hook", "pre", "renew_hook", "deploy"), "a.test");
    List<Path> before = files();
    Settings rehearsal = bench.settings().with(DecisionOptions.DRY_RUN, true, Origin.COMMAND_LINE);
    renew(rehearsal);
    assertThat(files()).isEqualTo(before);
    assertThat(version("a.test")).isEqualTo(1);
    assertThat(bench.deeds()).contains("hook pre", "publish", "download");
    assertThat(bench.deeds()).doesNotContain("hook deploy");
    assertThat(display.shown())
        .contains("Congratulations, all simulated renewals succeeded: ")
        .contains("Simulating renewal of an existing certificate for a.test");
  }

  @Test
  void hooks_run_in_their_order_and_post_hooks_once_at_the_end() {
    Map<String, String> hooks =
        Map.of("pre_hook", "pre", "post_hook", "post", "renew_hook", "deploy");
    bench.lineage("a.test", DUE, hooks, "a.test");
    bench.lineage("b.test", DUE, hooks, "b.test");
    renew(bench.settings());
    assertThat(bench.deeds())
        .filteredOn(deed -> deed.startsWith("hook") || deed.equals("order"))
        .containsExactly("hook pre", "order", "hook deploy", "order", "hook deploy", "hook post");
  }

  @Test
  void post_hooks_run_when_the_report_cannot_be_told() {
    bench.lineage("a.test", DUE, Map.of("post_hook", "post"), "a.test");
    Display broken = new BrokenDisplay(display, Display.RULE);
    assertThatThrownBy(
            () ->
                bench
                    .renewFlow(broken, NONE_REVOKED, noDelay)
                    .run(bench.settings(), bench.lineages))
        .hasMessage("no more paper");
    assertThat(bench.events()).endsWith("hook post");
  }

  @Test
  void no_hook_runs_for_a_lineage_whose_plugin_or_account_is_missing() {
    bench.lineage("a.test", DUE, Map.of("pre_hook", "pre", "post_hook", "post"), "a.test");
    bench.plugins.noneFound = true;
    assertThatThrownBy(() -> renew(bench.settings()))
        .hasMessage("1 renew failure(s), 0 parse failure(s)");
    assertThat(bench.events()).isEmpty();
  }

  @Test
  void a_server_with_an_installer_is_told_and_restarted() {
    bench.lineage("a.test", DUE, "a.test");
    bench.plugins.withInstaller = true;
    renew(bench.settings());
    assertThat(bench.deeds()).endsWith("renewed a.test", "restart", "update a.test");
    assertThat(display.shown())
        .contains(
            "new certificate deployed with reload of fake server; fullchain is "
                + fullchain("a.test"));
  }

  @Test
  void installers_do_their_regular_work_for_lineages_that_are_not_due_too() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    bench.plugins.withInstaller = true;
    renew(bench.settings());
    assertThat(bench.events()).containsExactly("update a.test");
  }

  @Test
  void regular_work_can_be_switched_off_and_is_left_out_of_a_dry_run() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    bench.plugins.withInstaller = true;
    renew(bench.settings().with(HookOptions.DISABLE_RENEW_UPDATES, true, Origin.COMMAND_LINE));
    renew(bench.settings().with(DecisionOptions.DRY_RUN, true, Origin.COMMAND_LINE));
    assertThat(bench.events()).doesNotContain("update a.test", "restart");
  }

  @Test
  void a_lineage_whose_regular_work_fails_after_its_renewal_is_both_success_and_failure() {
    bench.lineage("a.test", DUE, "a.test");
    bench.plugins.withInstaller = true;
    bench.plugins.installer.updateFails = true;
    assertThatThrownBy(() -> renew(bench.settings()))
        .hasMessage("1 renew failure(s), 0 parse failure(s)");
    assertThat(version("a.test")).isEqualTo(2);
    assertThat(display.shown())
        .contains("The following renewals succeeded:", "  " + fullchain("a.test") + " (success)");
  }

  @Test
  void a_lineage_whose_regular_work_fails_though_it_is_not_due_is_both_skipped_and_failure() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    bench.plugins.withInstaller = true;
    bench.plugins.installer.updateFails = true;
    assertThatThrownBy(() -> renew(bench.settings()))
        .hasMessage("1 renew failure(s), 0 parse failure(s)");
    assertThat(display.shown())
        .contains("  " + fullchain("a.test") + " expires on 2026-05-20 (skipped)");
  }

  @Test
  void an_installer_that_cannot_be_found_for_its_regular_work_fails_nothing() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    bench.plugins.installerBroken = true;
    renew(bench.settings());
    assertThat(display.shown()).contains("No renewals were attempted.");
  }

  @Test
  void a_version_that_cannot_be_deployed_is_a_failed_renewal_and_no_parse_failure()
      throws IOException {
    Lineage lineage = bench.lineage("a.test", DUE, "a.test");
    bench.lineages.addVersion(
        lineage, Workbench.material(NOT_DUE, "a.test"), Workbench.params(Map.of()));
    // A directory in the way of the record that moving the links begins with.
    Path obstacle = lineage.livePaths().cert().resolveSibling("previous_cert.pem");
    Files.createDirectories(obstacle.resolve("full"));
    assertThatThrownBy(() -> renew(bench.settings()))
        .hasMessage("1 renew failure(s), 0 parse failure(s)");
  }

  @Test
  void an_unattended_run_waits_once_before_the_first_that_is_due_and_not_for_others() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    RandomDelay delay = new RandomDelay(bench.clock, false, () -> 0.5);
    bench.renewFlow(display, NONE_REVOKED, delay).run(bench.settings(), bench.lineages);
    assertThat(bench.clock.sleeps()).isEmpty();
    bench.lineage("b.test", DUE, "b.test");
    bench.lineage("c.test", DUE, "c.test");
    bench.renewFlow(display, NONE_REVOKED, delay).run(bench.settings(), bench.lineages);
    assertThat(bench.clock.sleeps()).filteredOn(each -> each.toSeconds() > 60).hasSize(1);
    assertThat(bench.clock.sleeps().get(0).toMillis()).isEqualTo(240_500);
  }

  @Test
  void the_stored_account_and_the_names_of_the_certificate_are_used() {
    String id = bench.account().id();
    bench.lineage("a.test", DUE, Map.of("account", id), "b.test", "a.test");
    renew(bench.settings());
    CertificateView renewed = bench.load("a.test").certificate();
    assertThat(renewed.names()).containsExactly("b.test", "a.test");
    assertThat(Workbench.text(bench.load("a.test").confPath())).contains("account = " + id);
  }

  private void renew(Settings settings) {
    bench.renewFlow(display, NONE_REVOKED, noDelay).run(settings, bench.lineages);
  }

  private int version(String name) {
    Optional<ArchiveVersion> version = bench.load(name).currentVersion(Kind.CERT);
    return version.orElseThrow().number();
  }

  private Path fullchain(String name) {
    return bench.directories.live().resolve(name).resolve("fullchain.pem");
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(bench.directories.config())) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
