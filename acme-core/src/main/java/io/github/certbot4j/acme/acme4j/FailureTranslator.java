package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.net.NetworkWords;
import io.github.certbot4j.net.ProxyTroubleException;
import java.io.IOException;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNotSupportedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** Puts acme4j's exceptions into the terms of this program, with advice. */
final class FailureTranslator {

  private static final int SERVER_ERROR = 500;

  private final AcmeServer server;

  FailureTranslator(AcmeServer server) {
    this.server = server;
  }

  FailureException translate(Exception trouble) {
    if (trouble instanceof AcmeServerException refusal) {
      return refused(refusal);
    }
    if (trouble instanceof AcmeLazyLoadingException && trouble.getCause() instanceof Exception e) {
      return translate(e);
    }
    if (trouble instanceof AcmeException && trouble.getCause() instanceof IOException e) {
      return unanswered(e, trouble);
    }
    if (trouble instanceof AcmeNotSupportedException) {
      return notAcme("it lacks a part of ACME: " + trouble.getMessage(), trouble);
    }
    return notAcme("its answer cannot be understood", trouble);
  }

  private FailureException refused(AcmeServerException refusal) {
    AcmeProblem problem = Problems.of(refusal.getProblem());
    return new FailureException(
        new Failure.Refused(problem, RefusalAdvice.on(refusal, problem)), refusal);
  }

  private FailureException unanswered(IOException trouble, Exception context) {
    if (trouble instanceof NotAcmeException error) {
      return httpError(error, context);
    }
    if (!(trouble instanceof ExchangeFailedException failed)) {
      return notAcme("its answer broke off", context);
    }
    if (failed.trouble() instanceof ProxyTroubleException proxy) {
      return unreachable(
          "Could not reach "
              + failed.authority()
              + " by the proxy "
              + proxy.proxy()
              + ": "
              + proxy.getMessage()
              + ".",
          "Check the proxy variables of the environment (HTTPS_PROXY, ALL_PROXY, NO_PROXY).",
          context);
    }
    String advice =
        NetworkWords.isAboutCertificate(failed.trouble())
            ? "If it is a CA of your own, name its root certificate in the environment variable"
                + " REQUESTS_CA_BUNDLE; for a test CA there is --no-verify-ssl."
            : "Check --server, the network, the DNS and the firewall, and try again.";
    return unreachable(
        "Could not reach the ACME server "
            + failed.authority()
            + ": "
            + NetworkWords.of(failed.trouble())
            + ".",
        advice,
        context);
  }

  private FailureException httpError(NotAcmeException error, Exception context) {
    if (error.status() >= SERVER_ERROR) {
      return unreachable(
          "The ACME server is in trouble: "
              + error.url()
              + " answered HTTP "
              + error.status()
              + ".",
          "Try again later.",
          context);
    }
    return notAcme(error.url() + " answered HTTP " + error.status(), context);
  }

  private FailureException notAcme(String why, Exception context) {
    return unreachable(
        "The server at " + server + " does not speak ACME as expected: " + why + ".",
        "Check that --server is the URL of an ACME directory.",
        context);
  }

  private static FailureException unreachable(String what, String advice, Exception cause) {
    return new FailureException(new Failure.Unreachable(what, advice), cause);
  }
}
