package io.github.certbot4j.cli.command;

/** {@code revoke}: has the CA revoke a certificate. */
final class RevokeCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      flows.revoke().run(context.settings(), flows.lineages(), flows.accountStore());
    }
  }
}
