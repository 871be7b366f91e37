package io.github.certbot4j.cli.command;

import io.github.certbot4j.config.CertificateOptions;

/** {@code certonly}: obtains or renews a certificate without installing it. */
final class CertonlyCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      if (context.settings().find(CertificateOptions.CSR).isPresent()) {
        flows.signingRequest().run(context.settings(), flows.accountStore());
      } else {
        flows
            .obtain()
            .run(context.settings(), flows.lineages(), flows.accountStore(), context.unwind());
      }
    }
  }
}
