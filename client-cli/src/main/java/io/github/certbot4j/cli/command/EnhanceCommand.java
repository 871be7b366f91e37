package io.github.certbot4j.cli.command;

/** {@code enhance}: improves the configuration of a server. */
final class EnhanceCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      flows.enhance().run(context.settings(), flows.lineages());
    }
  }
}
