package io.github.certbot4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.model.Failure;
import org.junit.jupiter.api.Test;

class ExitCodesTest {

  @Test
  void a_malformed_command_line_is_2_and_every_other_failure_1() {
    assertThat(ExitCodes.of(new Failure.Usage("what", ""))).isEqualTo(2);
    assertThat(ExitCodes.of(new Failure.Rejected("what", ""))).isEqualTo(1);
    assertThat(ExitCodes.of(new Failure.Environment("what", "", true))).isEqualTo(1);
    assertThat(ExitCodes.of(new Failure.Storage("what", ""))).isEqualTo(1);
    assertThat(ExitCodes.of(new Failure.Unreachable("what", ""))).isEqualTo(1);
    assertThat(ExitCodes.of(new Failure.PluginTrouble("nginx", "what", ""))).isEqualTo(1);
    assertThat(ExitCodes.of(new Failure.Cancelled("what"))).isEqualTo(1);
  }
}
