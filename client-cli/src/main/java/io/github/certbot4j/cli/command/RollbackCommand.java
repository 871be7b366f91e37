package io.github.certbot4j.cli.command;

/** {@code rollback}: undoes changes of a server's configuration. */
final class RollbackCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      flows.rollback().run(context.settings());
    }
  }
}
