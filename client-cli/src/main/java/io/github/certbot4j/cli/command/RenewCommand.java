package io.github.certbot4j.cli.command;

/** {@code renew}: renews every lineage that is due. */
final class RenewCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      flows.renew().run(context.settings(), flows.lineages());
    }
  }
}
