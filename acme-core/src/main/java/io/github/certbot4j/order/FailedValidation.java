package io.github.certbot4j.order;

import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.DomainName;

/**
 * A name that could not be validated.
 *
 * @param domain the name, without wildcard label
 * @param wildcard whether the authorization was for the names below it
 * @param problem the CA's reason
 */
public record FailedValidation(DomainName domain, boolean wildcard, AcmeProblem problem) {

  /** The name as it was asked for. */
  public String askedFor() {
    return wildcard ? "*." + domain.ascii() : domain.ascii();
  }
}
