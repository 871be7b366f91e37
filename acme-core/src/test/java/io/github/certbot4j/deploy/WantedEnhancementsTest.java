package io.github.certbot4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.EnhancementOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class WantedEnhancementsTest {

  private static final Settings NONE = Settings.empty();

  @Test
  void an_installation_redirects_if_nobody_says_otherwise() {
    assertThat(WantedEnhancements.withInstallation(NONE).wishes())
        .containsExactly(new WantedEnhancements.Wish(Enhancement.REDIRECT, false));
  }

  @Test
  void an_installation_does_not_redirect_when_that_is_forbidden() {
    Settings settings = NONE.with(EnhancementOptions.REDIRECT, false, Origin.COMMAND_LINE);
    assertThat(WantedEnhancements.withInstallation(settings).isEmpty()).isTrue();
  }

  @Test
  void a_redirect_that_was_asked_for_is_wanted_once() {
    Settings settings = NONE.with(EnhancementOptions.REDIRECT, true, Origin.COMMAND_LINE);
    assertThat(WantedEnhancements.withInstallation(settings).wishes())
        .containsExactly(new WantedEnhancements.Wish(Enhancement.REDIRECT, true));
  }

  @Test
  void without_an_installation_nothing_is_wanted_by_default() {
    assertThat(WantedEnhancements.alone(NONE).isEmpty()).isTrue();
    Settings forbidden = NONE.with(EnhancementOptions.REDIRECT, false, Origin.COMMAND_LINE);
    assertThat(WantedEnhancements.alone(forbidden).isEmpty()).isTrue();
  }

  @Test
  void growing_lifetimes_need_an_installer_that_knows_them() {
    Settings settings = NONE.with(EnhancementOptions.AUTO_HSTS, true, Origin.COMMAND_LINE);
    WantedEnhancements wanted = WantedEnhancements.alone(settings);
    assertThat(wanted.isEmpty()).isFalse();
    wanted.requireSupport(new RecordingInstaller());
    assertThatThrownBy(() -> wanted.requireSupport(Mockito.mock(Installer.class)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--auto-hsts");
  }
}
