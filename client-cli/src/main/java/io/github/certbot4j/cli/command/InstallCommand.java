package io.github.certbot4j.cli.command;

/** {@code install}: has a server use a certificate that is there already. */
final class InstallCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      flows.install().run(context.settings(), flows.lineages());
    }
  }
}
