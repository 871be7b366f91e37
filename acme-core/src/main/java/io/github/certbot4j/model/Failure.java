package io.github.certbot4j.model;

import java.util.Optional;

/**
 * Why something could not be done, told so that a person can act on it.
 *
 * <p>Every failure says what happened, to which name or place ({@link #subject()}), what to do next
 * ({@link #advice()}, empty when nothing useful can be said) and whether trying again unchanged may
 * help. Texts hold no secrets and no stack traces.
 */
public sealed interface Failure {

  /** What happened, as one sentence without advice. */
  String what();

  /** What the reader can do about it; empty when there is nothing to advise. */
  String advice();

  /** The name, file or place it happened to, when that isn't part of {@link #what()}. */
  default Optional<String> subject() {
    return Optional.empty();
  }

  /** Whether the same command may succeed later without any change by the user. */
  default boolean retryHelps() {
    return false;
  }

  /** The sentence of {@link #what()} followed by the advice, on one line. */
  default String oneLine() {
    return advice().isEmpty() ? what() : what() + " " + advice();
  }

  /** The command line or a configuration file is malformed. */
  record Usage(String what, String advice) implements Failure {}

  /** A well-formed request that cannot be carried out as asked. */
  record Rejected(String what, String advice) implements Failure {}

  /** The machine stands in the way: permissions, a held lock, a full disk, a busy port. */
  record Environment(String what, String advice, boolean retryHelps) implements Failure {}

  /** Files below the configuration directory are missing, damaged or inconsistent. */
  record Storage(String what, String advice) implements Failure {}

  /** The ACME server answered with a problem document (RFC 7807, RFC 8555 section 6.7). */
  record Refused(AcmeProblem problem, String advice) implements Failure {
    @Override
    public String what() {
      return problem.describe();
    }

    @Override
    public boolean retryHelps() {
      return problem.isTransient();
    }
  }

  /** The ACME server could not be reached or did not speak ACME. */
  record Unreachable(String what, String advice) implements Failure {
    @Override
    public boolean retryHelps() {
      return true;
    }
  }

  /** A plugin cannot do what was asked of it. */
  record PluginTrouble(String plugin, String what, String advice) implements Failure {
    @Override
    public Optional<String> subject() {
      return Optional.of(plugin);
    }
  }

  /** The user ended the dialogue or interrupted the program. */
  record Cancelled(String what) implements Failure {
    @Override
    public String advice() {
      return "";
    }
  }
}
