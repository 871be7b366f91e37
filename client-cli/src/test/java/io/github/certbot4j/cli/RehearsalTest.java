package io.github.certbot4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RehearsalTest {

  @Test
  void a_semicolon_ends_a_command() {
    assertThat(
            Rehearsal.commands(
                List.of("--version", ";", "renew", "-q", "--config-dir", "a b", ";")))
        .containsExactly(List.of("--version"), List.of("renew", "-q", "--config-dir", "a b"));
  }

  @Test
  void a_command_may_be_run_several_times() {
    assertThat(Rehearsal.commands(List.of("renew", ";3", "certificates", ";")))
        .containsExactly(
            List.of("renew"), List.of("renew"), List.of("renew"), List.of("certificates"));
  }

  @Test
  void without_words_there_is_no_command() {
    assertThat(Rehearsal.commands(List.of())).isEmpty();
  }
}
