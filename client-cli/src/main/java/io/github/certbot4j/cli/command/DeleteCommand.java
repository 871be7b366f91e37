package io.github.certbot4j.cli.command;

/** {@code delete}: removes lineages from this machine. */
final class DeleteCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      flows.delete().run(context.settings(), flows.lineages());
    }
  }
}
