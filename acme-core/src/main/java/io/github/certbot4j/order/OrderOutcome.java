package io.github.certbot4j.order;

import io.github.certbot4j.crypto.CertificateChain;
import java.util.List;
import java.util.Optional;

/** How an order ended. Faults beyond it, such as a CA that can't be reached, are exceptions. */
public sealed interface OrderOutcome {

  /**
   * The certificate was issued.
   *
   * @param chain the certificate with its issuers
   * @param keyPem its private key; empty when the user's own signing request was used
   */
  record Issued(CertificateChain chain, Optional<String> keyPem) implements OrderOutcome {

    /** Leaves the key out. */
    @Override
    public String toString() {
      return "Issued[" + chain.leaf() + "]";
    }
  }

  /** Some names could not be validated; nothing was issued. */
  record NotValidated(List<FailedValidation> failures) implements OrderOutcome {
    public NotValidated {
      failures = List.copyOf(failures);
    }
  }
}
