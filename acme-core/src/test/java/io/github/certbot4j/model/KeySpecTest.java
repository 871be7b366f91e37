package io.github.certbot4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeySpecTest {
  @Test
  void a_small_rsa_key_is_refused() {
    assertThat(new KeySpec.Rsa(1024).bits()).isEqualTo(1024);
    assertThatThrownBy(() -> new KeySpec.Rsa(1023))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An RSA key needs at least 1024 bits, not 1023.");
  }

  @ParameterizedTest
  @EnumSource
  void a_curve_is_found_by_its_option_name(KeySpec.Curve curve) {
    assertThat(KeySpec.Curve.named(curve.optionName())).contains(curve);
  }

  @Test
  void an_unknown_curve_is_not_found() {
    assertThat(KeySpec.Curve.named("secp256k1")).isEmpty();
  }
}
