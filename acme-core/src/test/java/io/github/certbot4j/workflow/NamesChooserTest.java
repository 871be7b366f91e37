package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesChooserTest {

  @TempDir Path temp;
  private Workbench bench;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
    bench.account();
  }

  @Test
  void names_that_were_given_are_taken_and_nobody_is_asked() {
    assertThat(choose(ScriptedDisplay.unattended(), bench.settings("b.test", "a.test"), false))
        .isEqualTo(names("b.test", "a.test"));
  }

  @Test
  void a_lineage_that_is_known_needs_no_names() {
    assertThat(choose(ScriptedDisplay.unattended(), bench.settings(), true)).isEmpty();
  }

  @Test
  void a_lineage_that_is_not_known_needs_names() {
    Settings settings =
        bench
            .settings()
            .with(CertificateOptions.CERTNAME, new CertName("web"), Origin.COMMAND_LINE);
    assertThatThrownBy(() -> choose(ScriptedDisplay.unattended(), settings, false))
        .hasMessageContaining("'web'")
        .hasMessageContaining("-d");
  }

  @Test
  void names_are_typed_with_commas_or_blanks_between_them() {
    ScriptedDisplay display = ScriptedDisplay.answering(" A.test, b.test  a.test");
    assertThat(choose(display, bench.settings(), false)).isEqualTo(names("a.test", "b.test"));
  }

  @Test
  void a_typed_name_that_is_none_is_told_and_can_be_corrected() {
    ScriptedDisplay display = ScriptedDisplay.answering("a..test", "yes", "a.test");
    assertThat(choose(display, bench.settings(), false)).isEqualTo(names("a.test"));
    assertThat(display.shown()).anyMatch(line -> line.contains("a..test"));
  }

  @Test
  void who_does_not_correct_a_name_gets_an_error_that_names_the_options() {
    assertThatThrownBy(
            () -> choose(ScriptedDisplay.answering("1.2.3.4", "no"), bench.settings(), false))
        .hasMessageContaining("--domains");
    assertThatThrownBy(
            () ->
                choose(ScriptedDisplay.answering(ScriptedDisplay.CANCEL), bench.settings(), false))
        .hasMessageContaining("--domains");
    assertThatThrownBy(() -> choose(ScriptedDisplay.answering(" ", "no"), bench.settings(), false))
        .hasMessageContaining("--domains");
  }

  @Test
  void the_names_that_a_server_serves_are_offered_by_registered_domain() {
    bench.plugins.withInstaller = true;
    bench.plugins.installer.served =
        Set.copyOf(names("www.b.test", "a.test", "b.test", "x.a.test"));
    ScriptedDisplay display = ScriptedDisplay.answering("b.test,a.test");
    assertThat(choose(display, bench.settings(), false)).isEqualTo(names("b.test", "a.test"));
    assertThat(display.shown())
        .containsExactly(
            "For which names is the certificate?", "a.test", "x.a.test", "b.test", "www.b.test");
  }

  @Test
  void a_server_that_serves_no_names_leaves_them_to_be_typed() {
    bench.plugins.withInstaller = true;
    assertThat(choose(ScriptedDisplay.answering("a.test"), bench.settings(), false))
        .isEqualTo(names("a.test"));
  }

  private List<DomainName> choose(ScriptedDisplay display, Settings settings, boolean known) {
    Attempt attempt = bench.starter(display).start(bench.accounts, settings);
    return new NamesChooser(display).choose(attempt, known);
  }
}
