package io.github.certbot4j.cli.command;

/** {@code run}: obtains a certificate and installs it. */
final class RunCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      flows
          .obtainAndInstall()
          .run(context.settings(), flows.lineages(), flows.accountStore(), context.unwind());
    }
  }
}
