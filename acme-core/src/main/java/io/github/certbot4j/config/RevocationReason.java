package io.github.certbot4j.config;

import java.util.Locale;
import java.util.Optional;

/** Why a certificate is revoked, as far as ACME users may say (RFC 5280 section 5.3.1). */
public enum RevocationReason {
  UNSPECIFIED(0),
  KEYCOMPROMISE(1),
  AFFILIATIONCHANGED(3),
  SUPERSEDED(4),
  CESSATIONOFOPERATION(5);

  private final int code;

  RevocationReason(int code) {
    this.code = code;
  }

  /** The CRLReason code. */
  public int code() {
    return code;
  }

  /** What the command line calls it. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a reason by its {@link #optionName()} in any letter case. */
  public static Optional<RevocationReason> named(String text) {
    for (RevocationReason reason : values()) {
      if (reason.name().equalsIgnoreCase(text)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}
