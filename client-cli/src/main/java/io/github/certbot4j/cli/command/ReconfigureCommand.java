package io.github.certbot4j.cli.command;

/** {@code reconfigure}: changes the options that a lineage is renewed with. */
final class ReconfigureCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      flows.reconfigure().run(context.settings(), flows.lineages(), flows.accountStore());
    }
  }
}
