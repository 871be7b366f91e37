package io.github.certbot4j.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentMaskingTest {

  private final ArgumentMasking masking = new ArgumentMasking(List.of("--eab-hmac-key"));

  @Test
  void the_value_is_hidden_in_both_forms() {
    assertThat(masking.mask(List.of("register", "--eab-hmac-key", "secret", "-n")))
        .containsExactly("register", "--eab-hmac-key", "***", "-n");
    assertThat(masking.mask(List.of("--eab-hmac-key=sec=ret")))
        .containsExactly("--eab-hmac-key=***");
  }

  @Test
  void abbreviated_names_hide_too() {
    assertThat(masking.mask(List.of("--eab-hm", "secret", "--eab-h=secret")))
        .containsExactly("--eab-hm", "***", "--eab-h=***");
  }

  @Test
  void other_arguments_stay_as_they_are() {
    List<String> arguments = List.of("-d", "a.example", "--eab-kid", "1", "--", "-", "", "--x=y");
    assertThat(masking.mask(arguments)).isEqualTo(arguments);
  }

  @Test
  void a_secret_option_without_value_is_no_trouble() {
    assertThat(masking.mask(List.of("--eab-hmac-key"))).containsExactly("--eab-hmac-key");
  }
}
