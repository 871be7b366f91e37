package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.DUE;
import static io.github.certbot4j.workflow.Workbench.NOT_DUE;
import static io.github.certbot4j.workflow.Workbench.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.lineage.Kind;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.report.Notes;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObtainFlowTest {

  @TempDir Path temp;
  private ScriptedDisplay display = ScriptedDisplay.unattended();
  private Workbench bench;
  private Account account;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
    account = bench.account();
  }

  @Test
  void names_that_no_lineage_has_get_a_new_one_called_like_the_first() {
    obtain(bench.settings("*.a.test", "b.test"));
    Lineage made = bench.load("a.test");
    assertThat(made.names()).containsExactly("*.a.test", "b.test");
    assertThat(display.shown()).containsExactly("Requesting a certificate for *.a.test and b.test");
    assertThat(noteTexts())
        .singleElement()
        .asString()
        .contains(made.livePaths().fullchain().toString());
    assertThat(Workbench.text(made.confPath()))
        .contains("authenticator = fake", "key_type = ecdsa", "server = https://ca.test/directory")
        .contains("account = " + account.id());
  }

  @Test
  void hooks_of_options_run_around_the_order_and_the_deploy_hook_after_it_is_stored() {
    obtain(
        bench
            .settings("a.test")
            .with(HookOptions.PRE_HOOK, "pre", Origin.COMMAND_LINE)
            .with(HookOptions.POST_HOOK, "post", Origin.COMMAND_LINE)
            .with(HookOptions.DEPLOY_HOOK, "deploy", Origin.COMMAND_LINE));
    assertThat(bench.deeds())
        .filteredOn(deed -> deed.startsWith("hook") || deed.equals("order"))
        .containsExactly("hook pre", "order", "hook deploy", "hook post");
  }

  @Test
  void the_post_hook_runs_after_a_failure_too_and_nothing_is_stored() {
    bench.ca.fail("a.test");
    Settings settings =
        bench.settings("a.test").with(HookOptions.POST_HOOK, "post", Origin.COMMAND_LINE);
    assertThatThrownBy(() -> obtain(settings))
        .hasMessageStartingWith("Some challenges have failed: a.test.");
    assertThat(bench.events()).endsWith("hook post");
    assertThat(bench.lineages.names()).isEmpty();
  }

  @Test
  void a_dry_run_leaves_nothing_and_says_that_it_went_well() {
    obtain(bench.settings("a.test").with(DecisionOptions.DRY_RUN, true, Origin.COMMAND_LINE));
    assertThat(bench.lineages.names()).isEmpty();
    assertThat(bench.directories.config().resolve("keys")).doesNotExist();
    assertThat(bench.directories.config().resolve("csr")).doesNotExist();
    assertThat(bench.directories.work().resolve("open-orders")).doesNotExist();
    assertThat(noteTexts()).containsExactly("The dry run was successful.");
    assertThat(display.shown()).containsExactly("Simulating a certificate request for a.test");
  }

  @Test
  void the_same_names_are_kept_by_default_as_long_as_they_are_not_due() {
    bench.lineage("a.test", NOT_DUE, "a.test", "b.test");
    obtain(bench.settings("b.test", "a.test"));
    assertThat(bench.events()).isEmpty();
    assertThat(display.shown()).contains("Certificate not yet due for renewal; no action taken.");
  }

  @Test
  void the_same_names_are_renewed_when_they_are_due() {
    bench.lineage("a.test", DUE, "a.test", "b.test");
    obtain(bench.settings("b.test", "a.test"));
    assertThat(bench.load("a.test").names()).containsExactly("b.test", "a.test");
    assertThat(bench.load("a.test").currentVersion(Kind.CERT).orElseThrow().number()).isEqualTo(2);
    assertThat(display.shown())
        .containsExactly("Renewing an existing certificate for b.test and a.test");
  }

  @Test
  void a_person_may_renew_what_is_not_due_or_cancel() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    display = ScriptedDisplay.answering("1");
    obtain(bench.settings("a.test"));
    assertThat(bench.load("a.test").currentVersion(Kind.CERT).orElseThrow().number()).isEqualTo(2);
    display = ScriptedDisplay.answering(ScriptedDisplay.CANCEL);
    assertThatThrownBy(() -> obtain(bench.settings("a.test")))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Cancelled.class));
  }

  @Test
  void a_newer_version_that_waits_is_deployed_and_nothing_is_ordered() {
    Lineage lineage = bench.lineage("a.test", DUE, "a.test");
    bench.lineages.addVersion(
        lineage, Workbench.material(NOT_DUE, "a.test"), Workbench.params(Map.of()));
    obtain(bench.settings("a.test"));
    assertThat(bench.events()).isEmpty();
    assertThat(bench.load("a.test").hasPendingDeployment()).isFalse();
  }

  @Test
  void more_names_expand_a_lineage_when_that_is_said_or_answered() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    obtain(
        bench.settings("a.test", "b.test").with(DecisionOptions.EXPAND, true, Origin.COMMAND_LINE));
    assertThat(bench.load("a.test").names()).containsExactly("a.test", "b.test");
    display = ScriptedDisplay.answering("yes");
    obtain(bench.settings("a.test", "b.test", "c.test"));
    assertThat(bench.load("a.test").names()).containsExactly("a.test", "b.test", "c.test");
    display = ScriptedDisplay.answering("no");
    assertThatThrownBy(() -> obtain(bench.settings("a.test", "b.test", "c.test", "d.test")))
        .hasMessageContaining("--duplicate");
  }

  @Test
  void a_named_lineage_takes_other_names_and_the_question_lists_the_changes() {
    bench.lineage("web", NOT_DUE, "a.test", "b.test");
    display = ScriptedDisplay.answering("no");
    assertThatThrownBy(() -> obtain(named("web", "c.test", "b.test")))
        .hasMessageContaining("not those of certificate 'web'");
    assertThat(display.shown().get(0)).contains("+ c.test\n", "- a.test\n");
    display = ScriptedDisplay.unattended();
    obtain(named("web", "c.test", "b.test"));
    assertThat(bench.load("web").names()).containsExactly("c.test", "b.test");
  }

  @Test
  void a_change_that_only_adds_says_that_nothing_is_removed() {
    bench.lineage("web", NOT_DUE, "a.test");
    display = ScriptedDisplay.answering("yes");
    obtain(named("web", "a.test", "b.test"));
    assertThat(display.shown().get(0)).contains("Removed:\n(None)\n");
  }

  @Test
  void a_named_lineage_alone_is_renewed_with_the_names_it_has() {
    bench.lineage("web", DUE, "a.test", "b.test");
    obtain(named("web"));
    assertThat(bench.load("web").names()).containsExactly("a.test", "b.test");
    assertThat(bench.load("web").currentVersion(Kind.CERT).orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void a_name_that_no_lineage_has_needs_domains() {
    assertThatThrownBy(() -> obtain(named("web")))
        .hasMessageContaining("There is no certificate named 'web'.");
    obtain(named("web", "a.test"));
    assertThat(bench.load("web").names()).containsExactly("a.test");
  }

  @Test
  void lineages_that_are_broken_in_whatever_way_do_not_stop_others() {
    bench.conf("0", "");
    bench.lineage("1", DUE, Map.of("server", "%(nothing)s"), "b.test");
    bench.lineage("2", DUE, "not..a.name");
    obtain(bench.settings("a.test"));
    assertThat(bench.load("a.test").names()).containsExactly("a.test");
  }

  @Test
  void the_key_type_of_a_lineage_stays_unless_the_user_names_both() {
    bench.lineage("a.test", DUE, "a.test");
    obtain(bench.settings("a.test").without(CertificateOptions.KEY_TYPE));
    assertThat(LineageFactsReader.keyKind(bench.load("a.test"))).isEqualTo("ecdsa");
    Settings other =
        bench
            .settings("a.test")
            .with(CertificateOptions.KEY_TYPE, "rsa", Origin.COMMAND_LINE)
            .with(DecisionOptions.RENEW_BY_DEFAULT, true, Origin.COMMAND_LINE);
    assertThatThrownBy(() -> obtain(other)).hasMessageContaining("--cert-name a.test");
    obtain(other.with(CertificateOptions.CERTNAME, new CertName("a.test"), Origin.COMMAND_LINE));
    assertThat(LineageFactsReader.keyKind(bench.load("a.test"))).isEqualTo("rsa");
  }

  @Test
  void a_duplicate_gets_a_lineage_and_a_number_of_its_own() {
    bench.lineage("a.test", NOT_DUE, "a.test");
    obtain(bench.settings("a.test").with(DecisionOptions.DUPLICATE, true, Origin.COMMAND_LINE));
    assertThat(bench.load("a.test-0001").names()).containsExactly("a.test");
  }

  private Settings named(String name, String... domains) {
    return bench
        .settings()
        .with(CertificateOptions.DOMAINS, names(domains), Origin.COMMAND_LINE)
        .with(CertificateOptions.CERTNAME, new CertName(name), Origin.COMMAND_LINE);
  }

  private List<String> noteTexts() {
    return bench.notes.sorted().stream().map(Notes.Note::text).toList();
  }

  private void obtain(Settings settings) {
    bench.obtainFlow(display).run(settings, bench.lineages, bench.accounts, bench.unwind);
  }
}
