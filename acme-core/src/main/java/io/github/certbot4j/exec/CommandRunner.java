package io.github.certbot4j.exec;

/** Runs programs and waits for them. */
public interface CommandRunner {

  /**
   * Runs the command with the caller's working directory and standard input and waits until it has
   * ended and both its output pipes are closed.
   *
   * @throws io.github.certbot4j.model.FailureException when the program cannot be started, or this
   *     thread was interrupted while waiting (the program is then ended)
   */
  CommandResult run(Command command);
}
