package io.github.certbot4j.lineage;

import io.github.certbot4j.crypto.CertificateChecks;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.model.FailureException;
import java.util.Optional;

/** Whether the four files of a lineage that are in use belong together. */
public final class LineageChecks {

  private static final String ADVICE = "Renew it with --force-renewal, or restore its files.";

  private LineageChecks() {}

  /**
   * Checks that the certificate is signed by the first of its chain, that the full chain is made of
   * both, and that the private key is the certificate's. Names, dates and trust don't matter.
   *
   * @return what is wrong; empty if all is well
   */
  public static Optional<BrokenLineage> problem(Lineage lineage) {
    try {
      return firstProblem(lineage)
          .map(problem -> broken(lineage, lineage.name() + ": " + problem + ".", ADVICE));
    } catch (CryptoException e) {
      return Optional.of(
          broken(lineage, lineage.livePaths().chain() + ": " + e.getMessage(), ADVICE));
    } catch (FailureException e) {
      return Optional.of(broken(lineage, e.failure().what(), e.failure().advice()));
    }
  }

  private static Optional<String> firstProblem(Lineage lineage) {
    CertificateView issuer = CertificateView.parse(lineage.read(Kind.CHAIN));
    Optional<String> problem = CertificateChecks.signatureProblem(lineage.certificate(), issuer);
    if (problem.isEmpty() && !isConcatenation(lineage)) {
      problem = Optional.of("its fullchain is not made of its certificate and its chain");
    }
    return problem.isPresent()
        ? problem
        : CertificateChecks.keyProblem(lineage.read(Kind.PRIVKEY), lineage.certificate());
  }

  private static boolean isConcatenation(Lineage lineage) {
    String cert = lineage.read(Kind.CERT);
    String chain = lineage.read(Kind.CHAIN);
    String fullchain = lineage.read(Kind.FULLCHAIN);
    return fullchain.length() == cert.length() + chain.length()
        && fullchain.startsWith(cert)
        && fullchain.endsWith(chain);
  }

  private static BrokenLineage broken(Lineage lineage, String reason, String advice) {
    return new BrokenLineage(lineage.name(), lineage.confPath(), reason, advice);
  }
}
