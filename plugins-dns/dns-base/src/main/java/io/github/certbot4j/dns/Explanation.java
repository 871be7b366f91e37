package io.github.certbot4j.dns;

import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;

/** Tells the user what a service's trouble is. */
final class Explanation {

  private final ServiceDeclaration declaration;

  Explanation(ServiceDeclaration declaration) {
    this.declaration = declaration;
  }

  /**
   * The failure to end the order with.
   *
   * @param attempt what was tried; completes "X: can't ..."
   */
  FailureException of(String attempt, DnsTroubleException trouble) {
    return failure(attempt, trouble.trouble(), trouble);
  }

  FailureException of(String attempt, DnsTrouble trouble) {
    return failure(attempt, trouble, null);
  }

  private FailureException failure(String attempt, DnsTrouble trouble, Throwable cause) {
    String what = declaration.title() + ": can't " + attempt + ": " + trouble.describe() + ".";
    return new FailureException(
        new Failure.PluginTrouble(declaration.plugin(), what, trouble.advice()), cause);
  }
}
