package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CertificateChain;
import io.github.certbot4j.crypto.Csr;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.order.CertificateKey;
import io.github.certbot4j.report.Notes;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * {@code certonly --csr}: obtains a certificate for a signing request that the user brought, and
 * writes it to plain files. No lineage, no key, no hooks.
 */
public final class CsrFlow {

  private final AttemptStarter starter;
  private final CertificateObtainer obtainer;
  private final Notes notes;
  private final UnwindStack unwind;

  public CsrFlow(
      AttemptStarter starter, CertificateObtainer obtainer, Notes notes, UnwindStack unwind) {
    this.starter = starter;
    this.obtainer = obtainer;
    this.notes = notes;
    this.unwind = unwind;
  }

  /**
   * Runs the flow. The names in the settings are those of the request.
   *
   * @throws io.github.certbot4j.model.FailureException before anything is asked of the CA when an
   *     output file that the user named exists already
   */
  public void run(Settings settings, AccountStore accounts) {
    Csr csr =
        Csr.parse(
            TextFile.bytes(
                Path.of(settings.find(CertificateOptions.CSR).orElseThrow()),
                "the signing request"));
    List<DomainName> names = settings.get(CertificateOptions.DOMAINS);
    CsrOutput output =
        new CsrOutput(
            settings.find(PathOptions.CERT_PATH),
            settings.find(PathOptions.CHAIN_PATH),
            settings.find(PathOptions.FULLCHAIN_PATH));
    output.check();
    Attempt attempt = starter.start(accounts, settings);
    CertificateObtainer.Obtained got =
        obtainer.obtain(
            attempt, CertName.forDomains(names), names, new CertificateKey.UserRequest(csr));
    if (settings.get(DecisionOptions.DRY_RUN)) {
      notes.add("The dry run was successful.", Notes.Priority.HIGH, false);
      return;
    }
    CertificateChain chain = got.issued().chain();
    CsrOutput.Written written = unwind.uninterrupted(() -> output.write(chain));
    LocalDate ends = LocalDate.ofInstant(chain.leaf().notAfter(), ZoneOffset.UTC);
    notes.add(
        "Your certificate has been saved at:\n"
            + written.cert()
            + "\nIts chain has been saved at:\n"
            + written.chain()
            + "\nBoth together have been saved at:\n"
            + written.fullchain()
            + "\nYour certificate expires on "
            + ends
            + ". It is not renewed automatically: run this command again in time.",
        Notes.Priority.MEDIUM,
        true);
  }
}
