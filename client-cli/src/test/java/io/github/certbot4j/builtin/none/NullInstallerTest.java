package io.github.certbot4j.builtin.none;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.contract.Contexts;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import org.junit.jupiter.api.Test;

class NullInstallerTest {

  @Test
  void it_knows_no_names_and_no_enhancements() {
    Installer installer =
        new NullPlugin()
            .installer()
            .orElseThrow()
            .create(Contexts.of(new GivenOptions(), ScriptedDisplay.unattended()));
    installer.prepare();
    assertThat(installer.allNames()).isEmpty();
    assertThat(installer.supportedEnhancements()).isEmpty();
  }

  @Test
  void it_can_be_named_and_is_not_offered() {
    assertThat(new NullPlugin().hidden()).isTrue();
    assertThat(new NullPlugin().authenticator()).isEmpty();
  }
}
