package io.github.certbot4j.workflow;

/** Puts what went wrong into words. */
final class Failures {

  private Failures() {}

  /** The message of an exception, or its kind if it has none. */
  static String text(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
