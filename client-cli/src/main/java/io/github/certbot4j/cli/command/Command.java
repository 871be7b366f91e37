package io.github.certbot4j.cli.command;

/** Carries out one verb. */
@FunctionalInterface
public interface Command {

  /**
   * Does it.
   *
   * @throws io.github.certbot4j.model.FailureException when it can't be done
   */
  void run(RunContext context);
}
