package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.KeySpec;
import io.github.certbot4j.order.CertificateKey;
import io.github.certbot4j.spi.OptionSpec;
import org.junit.jupiter.api.Test;

class KeyChooserTest {

  @Test
  void a_fresh_key_is_rsa_with_2048_bits_unless_the_options_say_otherwise() {
    assertThat(KeyChooser.fresh(Settings.empty()))
        .isEqualTo(new CertificateKey.Fresh(new KeySpec.Rsa(2048), false));
    Settings ecdsa =
        with(CertificateOptions.KEY_TYPE, "ecdsa")
            .with(CertificateOptions.ELLIPTIC_CURVE, "secp384r1", Origin.COMMAND_LINE)
            .with(CertificateOptions.MUST_STAPLE, true, Origin.COMMAND_LINE);
    assertThat(KeyChooser.fresh(ecdsa))
        .isEqualTo(new CertificateKey.Fresh(new KeySpec.Ecdsa(KeySpec.Curve.SECP384R1), true));
  }

  @Test
  void a_key_that_is_too_short_or_on_no_curve_is_refused_with_what_is_possible() {
    assertThatThrownBy(() -> KeyChooser.fresh(with(CertificateOptions.RSA_KEY_SIZE, 512)))
        .hasMessageContaining("512")
        .hasMessageContaining("--rsa-key-size");
    Settings odd =
        with(CertificateOptions.KEY_TYPE, "ecdsa")
            .with(CertificateOptions.ELLIPTIC_CURVE, "secp256k1", Origin.COMMAND_LINE);
    assertThatThrownBy(() -> KeyChooser.fresh(odd))
        .hasMessageContaining("'secp256k1'")
        .hasMessageContaining("secp384r1");
  }

  @Test
  void settings_are_made_to_describe_a_key_that_is_kept() {
    Settings rsa = KeyChooser.describing(Settings.empty(), new KeySpec.Rsa(4096));
    assertThat(rsa.get(CertificateOptions.KEY_TYPE)).isEqualTo("rsa");
    assertThat(rsa.get(CertificateOptions.RSA_KEY_SIZE)).isEqualTo(4096);
    Settings ecdsa =
        KeyChooser.describing(Settings.empty(), new KeySpec.Ecdsa(KeySpec.Curve.SECP521R1));
    assertThat(ecdsa.get(CertificateOptions.KEY_TYPE)).isEqualTo("ecdsa");
    assertThat(ecdsa.get(CertificateOptions.ELLIPTIC_CURVE)).isEqualTo("secp521r1");
  }

  private static <T> Settings with(OptionSpec<T> option, T value) {
    return Settings.empty().with(option, value, Origin.COMMAND_LINE);
  }
}
