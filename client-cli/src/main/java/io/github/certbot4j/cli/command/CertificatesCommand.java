package io.github.certbot4j.cli.command;

/** {@code certificates}: lists the lineages. */
final class CertificatesCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      flows.certificates().run(context.settings(), flows.lineages());
    }
  }
}
