package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.DUE;
import static io.github.certbot4j.workflow.Workbench.NOT_DUE;
import static io.github.certbot4j.workflow.Workbench.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.crypto.TestAuthority;
import io.github.certbot4j.lineage.ArchiveVersion;
import io.github.certbot4j.lineage.Kind;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionChoice;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {

  @TempDir Path temp;
  private Workbench bench;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
    bench.account();
  }

  @Test
  void a_renewal_gets_a_new_key_unless_the_old_one_is_to_be_kept() {
    Lineage old = bench.lineage("a.test", DUE, "a.test");
    String firstKey = old.read(Kind.PRIVKEY);
    String secondKey = renew(bench.settings(), old).read(Kind.PRIVKEY);
    assertThat(secondKey).isNotEqualTo(firstKey);
    String thirdKey = renew(reusing(), bench.load("a.test")).read(Kind.PRIVKEY);
    assertThat(thirdKey).isEqualTo(secondKey);
  }

  @Test
  void a_kept_key_decides_what_is_stored_about_keys() {
    Lineage old = bench.lineage("a.test", DUE, "a.test");
    Settings rsa = reusing().with(CertificateOptions.KEY_TYPE, "rsa", Origin.COMMAND_LINE);
    Lineage renewed = renew(rsa, old);
    assertThat(Workbench.text(renewed.confPath()))
        .contains("reuse_key = True", "key_type = ecdsa")
        .doesNotContain("rsa");
  }

  @Test
  void a_kept_key_lies_in_a_file_of_its_own_in_every_version_and_never_among_the_new_keys() {
    Lineage renewed = renew(reusing(), bench.lineage("a.test", DUE, "a.test"));
    assertThat(renewed.path(Kind.PRIVKEY, new ArchiveVersion(2))).isRegularFile();
    assertThat(renewed.path(Kind.PRIVKEY, new ArchiveVersion(2)))
        .hasSameTextualContentAs(renewed.path(Kind.PRIVKEY, new ArchiveVersion(1)));
    assertThat(bench.directories.config().resolve("keys")).doesNotExist();
    assertThat(bench.directories.config().resolve("csr/0000_csr-certbot.pem")).exists();
  }

  @Test
  void a_new_key_can_be_asked_for_once_although_keys_are_kept() {
    Lineage old = bench.lineage("a.test", DUE, "a.test");
    Settings once = reusing().with(CertificateOptions.NEW_KEY, true, Origin.COMMAND_LINE);
    Lineage renewed = renew(once, old);
    assertThat(renewed.read(Kind.PRIVKEY)).isNotEqualTo(old.read(Kind.PRIVKEY));
    assertThat(Workbench.text(renewed.confPath())).contains("reuse_key = True");
  }

  @Test
  void a_key_that_is_to_be_kept_but_damaged_is_told_with_its_file() throws IOException {
    Lineage old = bench.lineage("a.test", DUE, "a.test");
    Files.writeString(old.path(Kind.PRIVKEY, new ArchiveVersion(1)), "damaged");
    assertThatThrownBy(() -> renew(reusing(), bench.load("a.test")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(old.livePaths().privkey().toString())
        .hasMessageContaining("--new-key");
  }

  @Test
  void a_new_lineage_keeps_its_key_and_request_among_the_numbered_files() {
    Lineage made = issue(bench.settings(), "a.test");
    assertThat(bench.directories.config().resolve("keys/0000_key-certbot.pem"))
        .hasContent(made.read(Kind.PRIVKEY));
    assertThat(bench.directories.config().resolve("csr/0000_csr-certbot.pem")).exists();
  }

  @Test
  void names_that_fail_are_left_out_when_that_is_allowed() {
    bench.ca.fail("b.test");
    Settings subset =
        bench
            .settings()
            .with(CertificateOptions.ALLOW_SUBSET_OF_NAMES, true, Origin.COMMAND_LINE)
            .with(HookOptions.DEPLOY_HOOK, "deploy", Origin.COMMAND_LINE);
    assertThat(issue(subset, "b.test", "a.test", "c.test").names())
        .containsExactly("a.test", "c.test");
    assertThat(bench.lineages.names()).containsExactly(new CertName("b.test"));
  }

  @Test
  void no_certificate_comes_of_it_when_all_names_fail() {
    bench.ca.fail("a.test");
    bench.ca.fail("b.test");
    Settings subset =
        bench.settings().with(CertificateOptions.ALLOW_SUBSET_OF_NAMES, true, Origin.COMMAND_LINE);
    assertThatThrownBy(() -> issue(subset, "a.test", "b.test"))
        .hasMessageStartingWith("All challenges have failed: a.test, b.test.");
    assertThat(bench.lineages.names()).isEmpty();
  }

  @Test
  void a_key_that_is_kept_survives_the_failure_of_a_name() {
    Lineage old = bench.lineage("a.test", DUE, "a.test", "b.test");
    String key = old.read(Kind.PRIVKEY);
    bench.ca.fail("b.test");
    Settings subset =
        reusing().with(CertificateOptions.ALLOW_SUBSET_OF_NAMES, true, Origin.COMMAND_LINE);
    Lineage renewed =
        bench
            .issuer()
            .renew(
                attempt(subset),
                bench.lineages,
                old,
                new Issuer.Names(names("a.test", "b.test"), names("a.test", "b.test")))
            .orElseThrow();
    assertThat(renewed.names()).containsExactly("a.test");
    assertThat(renewed.read(Kind.PRIVKEY)).isEqualTo(key);
    assertThat(renewed.livePaths().privkey()).exists();
  }

  @Test
  void a_test_certificate_replaces_a_real_one_only_if_that_is_insisted_on() {
    Lineage real = bench.lineage("a.test", DUE, "a.test");
    AcmeServer staging = new AcmeServer("https://staging.ca.test/directory");
    Settings test = bench.settings().with(PathOptions.SERVER, staging, Origin.COMMAND_LINE);
    Attempt attempt = attempt(bench.settings()).with(test);
    Issuer.Names names = new Issuer.Names(names("a.test"), names("a.test"));
    assertThatThrownBy(() -> bench.issuer().renew(attempt, bench.lineages, real, names))
        .hasMessageContaining("--break-my-certs");
    Attempt insisting =
        attempt.with(test.with(DecisionOptions.BREAK_MY_CERTS, true, Origin.COMMAND_LINE));
    assertThat(bench.issuer().renew(insisting, bench.lineages, real, names)).isPresent();
  }

  @Test
  void a_certificate_that_an_interrupted_run_stored_is_not_stored_a_second_time() {
    Lineage old = bench.lineage("a.test", DUE, "a.test");
    TestAuthority authority = new TestAuthority();
    // What the CA answers for a finished order never changes.
    Map<String, String> answers = new HashMap<>();
    bench.ca.issueWith(
        csr ->
            answers.computeIfAbsent(
                new String(csr, StandardCharsets.ISO_8859_1),
                key -> authority.issue(csr, NOT_DUE)));
    String record = rememberedWhileRenewing(old);
    Lineage second = bench.load("a.test");
    restoreRecord("a.test", record);
    Lineage third = renew(bench.settings(), second);
    assertThat(third.certificate()).isNotEqualTo(second.certificate());
    assertThat(third.availableVersions(Kind.CERT)).hasSize(3);
    assertThat(bench.deeds()).filteredOn("order"::equals).hasSize(2);
  }

  @Test
  void a_certificate_that_an_interrupted_run_got_but_could_not_store_is_fetched_again() {
    Lineage old = bench.lineage("a.test", DUE, "a.test");
    Settings dropping =
        bench.settings().with(HookOptions.DIRECTORY_HOOKS, false, Origin.COMMAND_LINE);
    bench
        .obtainer()
        .obtain(
            attempt(dropping), old.name(), names("a.test"), KeyChooser.successor(dropping, old));
    bench.events().clear();
    Lineage renewed = renew(dropping, old);
    assertThat(bench.deeds()).containsExactly("look up order", "download");
    assertThat(renewed.currentVersion(Kind.CERT)).contains(new ArchiveVersion(2));
    assertThat(bench.directories.work().resolve("open-orders/a.test.json")).doesNotExist();
  }

  @Test
  void what_the_authenticator_found_out_is_stored() {
    bench.plugins.choices.add(new OptionChoice<>(CertificateOptions.PREFERRED_CHAIN, "Root X"));
    assertThat(Workbench.text(issue(bench.settings(), "a.test").confPath()))
        .contains("preferred_chain = Root X");
  }

  @Test
  void a_chain_that_is_none_is_the_cas_fault_and_told_as_such() {
    for (String nonsense : List.of("", "<html>", "-----BEGIN CERTIFICATE-----\nAAAA\n")) {
      bench.ca.issueWith(csr -> nonsense);
      assertThatThrownBy(() -> issue(bench.settings(), "a.test"))
          .isInstanceOf(FailureException.class)
          .hasCauseInstanceOf(CryptoException.class)
          .hasMessageContaining("CA");
    }
  }

  @Test
  void a_dry_run_names_the_deploy_hooks_or_runs_them_when_that_is_said() {
    Lineage old = bench.lineage("a.test", DUE, "a.test");
    Settings rehearsal =
        bench
            .settings()
            .with(HookOptions.RENEW_HOOK, "deploy", Origin.COMMAND_LINE)
            .with(DecisionOptions.DRY_RUN, true, Origin.COMMAND_LINE);
    Issuer.Names names = new Issuer.Names(names("a.test"), names("a.test"));
    assertThat(bench.issuer().renew(attempt(rehearsal), bench.lineages, old, names)).isEmpty();
    assertThat(bench.events()).doesNotContain("hook deploy");
    Settings running = rehearsal.with(HookOptions.RUN_DEPLOY_HOOKS, true, Origin.COMMAND_LINE);
    assertThat(bench.issuer().renew(attempt(running), bench.lineages, old, names)).isEmpty();
    assertThat(bench.events()).contains("hook deploy");
  }

  private String rememberedWhileRenewing(Lineage old) {
    Path file = bench.directories.work().resolve("open-orders/a.test.json");
    Settings watching =
        bench.settings().with(HookOptions.RENEW_HOOK, "deploy", Origin.COMMAND_LINE);
    bench
        .obtainer()
        .obtain(
            attempt(watching), old.name(), names("a.test"), KeyChooser.successor(watching, old));
    String record = Workbench.text(file);
    renew(watching, old);
    return record;
  }

  private void restoreRecord(String name, String record) {
    try {
      Files.writeString(
          bench.directories.work().resolve("open-orders").resolve(name + ".json"), record);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Settings reusing() {
    return bench.settings().with(CertificateOptions.REUSE_KEY, true, Origin.COMMAND_LINE);
  }

  private Attempt attempt(Settings settings) {
    return bench.starter(ScriptedDisplay.unattended()).start(bench.accounts, settings);
  }

  private Lineage issue(Settings settings, String... domains) {
    return bench
        .issuer()
        .issue(
            attempt(settings), bench.lineages, CertName.forDomains(names(domains)), names(domains))
        .orElseThrow();
  }

  private Lineage renew(Settings settings, Lineage old) {
    Issuer.Names names = new Issuer.Names(names("a.test"), names("a.test"));
    return bench.issuer().renew(attempt(settings), bench.lineages, old, names).orElseThrow();
  }
}
