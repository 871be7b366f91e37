package io.github.certbot4j.model;

import java.util.Objects;
import java.util.Optional;

/** The kind and size of a certificate key, as chosen by the user or found in an existing key. */
public sealed interface KeySpec permits KeySpec.Rsa, KeySpec.Ecdsa {

  /**
   * An RSA key.
   *
   * @param bits size of the modulus in bits, at least {@value #MIN_BITS}
   */
  record Rsa(int bits) implements KeySpec {
    /** The smallest modulus that is ever asked for. */
    public static final int MIN_BITS = 1024;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if the modulus is too small
     */
    public Rsa {
      if (bits < MIN_BITS) {
        throw new IllegalArgumentException(
            "An RSA key needs at least " + MIN_BITS + " bits, not " + bits + ".");
      }
    }
  }

  /**
   * An ECDSA key.
   *
   * @param curve the curve its point lies on
   */
  record Ecdsa(Curve curve) implements KeySpec {
    /** Refuses a missing curve. */
    public Ecdsa {
      Objects.requireNonNull(curve, "curve");
    }
  }

  /** The curves that can be asked for (SEC 2 names). */
  enum Curve {
    /** NIST P-256. */
    SECP256R1("secp256r1"),
    /** NIST P-384. */
    SECP384R1("secp384r1"),
    /** NIST P-521. */
    SECP521R1("secp521r1");

    private final String optionName;

    Curve(String optionName) {
      this.optionName = optionName;
    }

    /** Returns the name used on the command line and in renewal configurations. */
    public String optionName() {
      return optionName;
    }

    /** Finds the curve with this {@link #optionName()}; letter case matters. */
    public static Optional<Curve> named(String optionName) {
      for (Curve curve : values()) {
        if (curve.optionName.equals(optionName)) {
          return Optional.of(curve);
        }
      }
      return Optional.empty();
    }
  }
}
