package io.github.certbot4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.EnhancementOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.OptionSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnhancerTest {

  private static final List<DomainName> NAMES =
      List.of(DomainName.parse("a.test"), DomainName.parse("b.test"));
  private static final DeployPaths PATHS =
      new DeployPaths(Path.of("/c"), Path.of("/k"), Optional.empty(), Optional.empty());
  private static final WantedEnhancements HEADER_AND_REDIRECT =
      wanted(EnhancementOptions.REDIRECT, EnhancementOptions.HSTS);

  private final RecordingInstaller installer = new RecordingInstaller();
  private final List<String> notes = new ArrayList<>();
  private final Enhancer enhancer = new Enhancer(installer, new UnwindStack(), notes::add);

  @SafeVarargs
  private static WantedEnhancements wanted(OptionSpec<Boolean>... options) {
    Settings settings = Settings.empty();
    for (OptionSpec<Boolean> option : options) {
      settings = settings.with(option, true, Origin.COMMAND_LINE);
    }
    return WantedEnhancements.alone(settings);
  }

  @Test
  void each_enhancement_is_made_for_all_names_and_is_a_checkpoint_of_its_own() {
    enhancer.enhance(HEADER_AND_REDIRECT, NAMES, PATHS);
    assertThat(installer.calls())
        .containsExactly(
            "enhance a.test HSTS",
            "enhance b.test HSTS",
            "save Add enhancement ensure-http-header",
            "enhance a.test REDIRECT",
            "enhance b.test REDIRECT",
            "save Add enhancement redirect",
            "restart");
    assertThat(notes).isEmpty();
  }

  @Test
  void the_four_come_in_a_fixed_order() {
    enhancer.enhance(
        wanted(
            EnhancementOptions.UIR,
            EnhancementOptions.STAPLE,
            EnhancementOptions.REDIRECT,
            EnhancementOptions.HSTS),
        NAMES.subList(0, 1),
        PATHS);
    assertThat(installer.calls())
        .filteredOn(call -> call.startsWith("save"))
        .containsExactly(
            "save Add enhancement ensure-http-header",
            "save Add enhancement redirect",
            "save Add enhancement staple-ocsp",
            "save Add enhancement ensure-http-header");
  }

  @Test
  void what_one_name_has_already_is_still_made_for_the_other() {
    installer.having(Enhancement.HSTS, "a.test");
    enhancer.enhance(wanted(EnhancementOptions.HSTS), NAMES, PATHS);
    assertThat(installer.calls())
        .containsExactly(
            "enhance a.test HSTS",
            "enhance b.test HSTS",
            "save Add enhancement ensure-http-header",
            "restart");
  }

  @Test
  void what_is_not_supported_is_left_out() {
    installer.supporting(Set.of(Enhancement.REDIRECT));
    enhancer.enhance(HEADER_AND_REDIRECT, NAMES, PATHS);
    assertThat(installer.calls())
        .containsExactly(
            "enhance a.test REDIRECT",
            "enhance b.test REDIRECT",
            "save Add enhancement redirect",
            "restart");
  }

  @Test
  void when_nothing_is_supported_the_server_is_left_alone() {
    installer.supporting(Set.of());
    enhancer.enhance(HEADER_AND_REDIRECT, NAMES, PATHS);
    assertThat(installer.calls()).isEmpty();
  }

  @Test
  void a_failure_undoes_that_enhancement_and_brings_those_before_it_into_force() {
    installer.failingAt("enhance b.test REDIRECT", 1);
    assertThatThrownBy(() -> enhancer.enhance(HEADER_AND_REDIRECT, NAMES, PATHS))
        .hasMessageContaining("REDIRECT");
    assertThat(installer.calls()).endsWith("enhance b.test REDIRECT", "recover", "restart");
    assertThat(notes).singleElement().asString().contains("redirect", "stays installed");
  }

  @Test
  void a_failure_of_the_first_one_restarts_nothing() {
    installer.failingAt("enhance a.test HSTS", 1);
    assertThatThrownBy(() -> enhancer.enhance(HEADER_AND_REDIRECT, NAMES, PATHS))
        .hasMessageContaining("HSTS");
    assertThat(installer.calls()).containsExactly("enhance a.test HSTS", "recover");
  }

  @Test
  void a_failing_restart_undoes_every_enhancement_of_this_run() {
    installer.failingAt("restart", 1);
    assertThatThrownBy(() -> enhancer.enhance(HEADER_AND_REDIRECT, NAMES, PATHS))
        .hasMessageContaining("restart");
    assertThat(installer.calls()).endsWith("restart", "rollback 2", "restart");
  }

  @Test
  void a_failing_restart_does_not_undo_what_earlier_runs_made() {
    installer
        .having(Enhancement.HSTS, "a.test")
        .having(Enhancement.HSTS, "b.test")
        .failingAt("restart", 1);
    assertThatThrownBy(() -> enhancer.enhance(HEADER_AND_REDIRECT, NAMES, PATHS))
        .hasMessageContaining("restart");
    assertThat(installer.calls()).endsWith("restart", "rollback 1", "restart");
  }
}
