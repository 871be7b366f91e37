package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.lineage.Kind;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.model.KeySpec;
import io.github.certbot4j.order.CertificateKey;

/** Decides which key a certificate gets. */
final class KeyChooser {

  static final String RSA = "rsa";
  static final String ECDSA = "ecdsa";

  private KeyChooser() {}

  /** A new key as the settings describe it. */
  static CertificateKey fresh(Settings settings) {
    return new CertificateKey.Fresh(spec(settings), settings.get(CertificateOptions.MUST_STAPLE));
  }

  /**
   * The key of the next version of a lineage: the present one when it is to be kept, else a new
   * one.
   *
   * @throws FailureException when the present key is to be kept and can't be read as one
   */
  static CertificateKey successor(Settings settings, Lineage lineage) {
    boolean keep =
        settings.get(CertificateOptions.REUSE_KEY) && !settings.get(CertificateOptions.NEW_KEY);
    return keep ? present(settings, lineage) : fresh(settings);
  }

  private static CertificateKey present(Settings settings, Lineage lineage) {
    String pem = lineage.read(Kind.PRIVKEY);
    try {
      return new CertificateKey.Existing(
          KeyPairs.fromPem(pem), pem, settings.get(CertificateOptions.MUST_STAPLE));
    } catch (CryptoException e) {
      Failure failure =
          new Failure.Storage(
              "The key in " + lineage.livePaths().privkey() + " cannot be kept: " + e.getMessage(),
              "Restore it from a copy, or have a new one made with --new-key.");
      throw new FailureException(failure, e);
    }
  }

  /** The settings with the key options set to what a kept key really is. */
  static Settings describing(Settings settings, KeySpec present) {
    if (present instanceof KeySpec.Rsa rsa) {
      return settings
          .with(CertificateOptions.KEY_TYPE, RSA, Origin.DERIVED)
          .with(CertificateOptions.RSA_KEY_SIZE, rsa.bits(), Origin.DERIVED);
    }
    KeySpec.Ecdsa ecdsa = (KeySpec.Ecdsa) present;
    return settings
        .with(CertificateOptions.KEY_TYPE, ECDSA, Origin.DERIVED)
        .with(CertificateOptions.ELLIPTIC_CURVE, ecdsa.curve().optionName(), Origin.DERIVED);
  }

  private static KeySpec spec(Settings settings) {
    if (settings.get(CertificateOptions.KEY_TYPE).equals(ECDSA)) {
      String curve = settings.get(CertificateOptions.ELLIPTIC_CURVE);
      return new KeySpec.Ecdsa(
          KeySpec.Curve.named(curve)
              .orElseThrow(
                  () ->
                      FailureException.rejected(
                          "'" + curve + "' is not a curve for certificate keys.",
                          "Use secp256r1, secp384r1 or secp521r1.")));
    }
    return rsa(settings);
  }

  /**
   * An RSA key of the size that the settings name, for certificates and accounts.
   *
   * @throws FailureException when it is too small
   */
  static KeySpec.Rsa rsa(Settings settings) {
    int bits = settings.get(CertificateOptions.RSA_KEY_SIZE);
    if (bits < KeySpec.Rsa.MIN_BITS) {
      throw FailureException.rejected(
          "An RSA key of " + bits + " bits is too weak.",
          "Give --rsa-key-size at least " + KeySpec.Rsa.MIN_BITS + "; 2048 is usual.");
    }
    return new KeySpec.Rsa(bits);
  }
}
