package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.RenewalParams;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconfigureFlowTest {

  private static final CertName NAME = new CertName("a.test");

  @TempDir Path root;
  private Workbench bench;
  private final ScriptedDisplay display = ScriptedDisplay.unattended();
  private Settings settings;

  @BeforeEach
  void makeLineage() {
    bench = new Workbench(root);
    bench.account();
    bench.lineage("a.test", Workbench.NOT_DUE, "a.test");
    settings = bench.settings().with(CertificateOptions.CERTNAME, NAME, Origin.COMMAND_LINE);
  }

  @Test
  void new_options_are_kept_after_a_rehearsal_and_nothing_is_issued() {
    run(settings.with(HookOptions.RENEW_HOOK, "true", Origin.COMMAND_LINE));
    assertThat(lineage().params().values()).containsEntry("renew_hook", IniValue.of("true"));
    assertThat(bench.ca.events()).contains("order");
    assertThat(lineage().latestCommonVersion().orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void a_rehearsal_that_fails_leaves_everything_as_it_was() {
    String before = lineage().conf().text();
    bench.ca.fail("a.test");
    assertThatThrownBy(
            () -> run(settings.with(HookOptions.RENEW_HOOK, "true", Origin.COMMAND_LINE)))
        .hasMessageContaining("a.test");
    assertThat(lineage().conf().text()).isEqualTo(before);
  }

  @Test
  void hooks_surround_the_rehearsal() {
    run(
        settings
            .with(HookOptions.PRE_HOOK, "stop", Origin.COMMAND_LINE)
            .with(HookOptions.POST_HOOK, "start", Origin.COMMAND_LINE));
    assertThat(bench.ca.events()).startsWith("hook stop").endsWith("hook start");
  }

  @Test
  void names_and_server_cannot_be_changed() {
    Settings names =
        settings.with(CertificateOptions.DOMAINS, Workbench.names("b.test"), Origin.COMMAND_LINE);
    assertThatThrownBy(() -> run(names)).hasMessageContaining("names");
    Settings server =
        settings.with(
            PathOptions.SERVER, new AcmeServer("https://other.test/"), Origin.COMMAND_LINE);
    assertThatThrownBy(() -> run(server)).hasMessageContaining("server");
    assertThat(bench.ca.events()).isEmpty();
  }

  private void run(Settings given) {
    new ReconfigureFlow(
            bench.starter(display),
            bench.issuer(),
            new RenewalParams(OptionTable.core()),
            new PrePostHooks(bench.hooks, bench.unwind),
            display)
        .run(given, bench.lineages, bench.accounts);
  }

  private Lineage lineage() {
    return (Lineage) bench.lineages.load(NAME).orElseThrow();
  }
}
