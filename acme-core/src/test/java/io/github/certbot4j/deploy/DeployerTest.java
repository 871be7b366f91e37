package io.github.certbot4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.DeployPaths;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeployerTest {

  private static final List<DomainName> NAMES =
      List.of(DomainName.parse("a.test"), DomainName.parse("b.test"));
  private static final DeployPaths PATHS =
      new DeployPaths(Path.of("/c"), Path.of("/k"), Optional.empty(), Optional.empty());

  private final RecordingInstaller installer = new RecordingInstaller();
  private final UnwindStack unwind = new UnwindStack();
  private final List<String> notes = new ArrayList<>();
  private final Deployer deployer = new Deployer(installer, unwind, notes::add);

  @Test
  void names_are_saved_one_by_one_and_become_one_checkpoint() {
    deployer.deploy(NAMES, PATHS);
    assertThat(installer.calls())
        .containsExactly(
            "deploy a.test c",
            "save ",
            "deploy b.test c",
            "save ",
            "save Deployed ACME Certificate",
            "restart");
    assertThat(notes).isEmpty();
  }

  @Test
  void a_failure_at_the_second_name_undoes_the_first_too() {
    installer.failingAt("deploy b.test c", 1);
    assertThatThrownBy(() -> deployer.deploy(NAMES, PATHS))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("b.test");
    assertThat(installer.calls())
        .containsExactly("deploy a.test c", "save ", "deploy b.test c", "recover");
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("could not be installed")
        .endsWith("is undone.");
  }

  @Test
  void a_failure_while_undoing_is_told_but_does_not_hide_the_first_one() {
    installer.failingAt("deploy a.test c", 1).failingAt("recover", 1);
    assertThatThrownBy(() -> deployer.deploy(NAMES, PATHS)).hasMessageContaining("a.test");
    assertThat(notes).singleElement().asString().contains("Not all").doesNotContain("is undone");
  }

  @Test
  void a_failing_save_with_the_title_is_undone() {
    installer.failingAt("save " + Deployer.TITLE, 1);
    assertThatThrownBy(() -> deployer.deploy(NAMES, PATHS)).hasMessageContaining("save");
    assertThat(installer.calls()).endsWith("recover").doesNotContain("restart");
  }

  @Test
  void a_server_that_does_not_restart_gets_its_old_configuration_back() {
    installer.failingAt("restart", 1);
    assertThatThrownBy(() -> deployer.deploy(NAMES, PATHS)).hasMessageContaining("restart");
    assertThat(installer.calls()).endsWith("restart", "rollback 1", "restart");
    assertThat(notes).singleElement().asString().contains("is restored");
  }

  @Test
  void a_server_that_does_not_restart_with_its_old_configuration_either_is_left_to_the_user() {
    installer.failingAt("restart", 2);
    assertThatThrownBy(() -> deployer.deploy(NAMES, PATHS)).hasMessageContaining("restart");
    assertThat(installer.calls()).endsWith("restart", "rollback 1", "restart");
    assertThat(notes).singleElement().asString().contains("Please check the server");
  }

  @Test
  void a_restart_that_fails_without_any_change_undoes_nothing_older() {
    installer.failingAt("restart", 1);
    assertThatThrownBy(() -> deployer.deploy(List.of(), PATHS)).hasMessageContaining("restart");
    assertThat(installer.calls()).containsExactly("save " + Deployer.TITLE, "restart");
    assertThat(notes).singleElement().asString().contains("had not been changed");
  }

  @Test
  void a_signal_between_two_names_undoes_what_was_changed() {
    List<DomainName> interrupted =
        new AbstractList<>() {
          @Override
          public DomainName get(int index) {
            if (index == 1) {
              unwind.unwind(false);
            }
            return NAMES.get(index);
          }

          @Override
          public int size() {
            return NAMES.size();
          }
        };
    assertThatThrownBy(() -> deployer.deploy(interrupted, PATHS))
        .isInstanceOf(IllegalStateException.class);
    assertThat(installer.calls())
        .containsExactly("deploy a.test c", "save ", "recover", "deploy b.test c");
  }
}
