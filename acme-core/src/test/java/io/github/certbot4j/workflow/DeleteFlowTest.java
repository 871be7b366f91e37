package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.NOT_DUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeleteFlowTest {

  @TempDir Path temp;
  private ScriptedDisplay display = ScriptedDisplay.unattended();
  private Workbench bench;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
    bench.lineage("a.test", NOT_DUE, "a.test");
    bench.lineage("b.test", NOT_DUE, "b.test");
    bench.lineage("c.test", NOT_DUE, "c.test");
  }

  @Test
  void an_unattended_run_deletes_the_one_that_is_named() {
    delete(named("b.test"));
    assertThat(bench.lineages.names())
        .containsExactly(new CertName("a.test"), new CertName("c.test"));
    assertThat(bench.directories.live().resolve("b.test")).doesNotExist();
    assertThat(bench.directories.archive().resolve("b.test")).doesNotExist();
    assertThat(display.shown()).endsWith("Deleted all files relating to certificate b.test.");
  }

  @Test
  void a_person_picks_several_and_confirms_them() {
    display = ScriptedDisplay.answering("a.test,c.test", "yes");
    delete(bench.settings());
    assertThat(bench.lineages.names()).containsExactly(new CertName("b.test"));
    assertThat(display.shown()).anyMatch(text -> text.contains("  * a.test\n  * c.test\n"));
  }

  @Test
  void who_does_not_confirm_keeps_everything_and_that_is_no_failure() {
    display = ScriptedDisplay.answering("no");
    delete(named("b.test"));
    assertThat(bench.lineages.names()).hasSize(3);
  }

  @Test
  void who_picks_nothing_is_told_the_option() {
    display = ScriptedDisplay.answering(ScriptedDisplay.CANCEL);
    assertThatThrownBy(() -> delete(bench.settings())).hasMessageContaining("--cert-name");
  }

  @Test
  void a_name_that_no_lineage_has_is_refused_before_any_question() {
    display = ScriptedDisplay.answering();
    assertThatThrownBy(() -> delete(named("x.test"))).hasMessageContaining("'x.test'");
  }

  @Test
  void a_broken_lineage_loses_its_configuration_and_that_is_told() {
    Path empty = bench.conf("x.test", "[\n");
    assertThatThrownBy(() -> delete(named("x.test"))).hasMessageContaining(empty.toString());
    assertThat(empty).doesNotExist();
  }

  @Test
  void without_lineages_there_is_nothing_to_delete() {
    for (CertName name : bench.lineages.names()) {
      bench.lineages.delete(name);
    }
    assertThatThrownBy(() -> delete(bench.settings()))
        .hasMessage("There are no certificates to delete.");
  }

  private Settings named(String name) {
    return bench
        .settings()
        .with(CertificateOptions.CERTNAME, new CertName(name), Origin.COMMAND_LINE);
  }

  private void delete(Settings settings) {
    new DeleteFlow(display, bench.unwind).run(settings, bench.lineages);
  }
}
