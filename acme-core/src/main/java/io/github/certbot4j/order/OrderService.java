package io.github.certbot4j.order;

import io.github.certbot4j.acme.AcmeAccount;
import io.github.certbot4j.acme.AcmeAuthorization;
import io.github.certbot4j.acme.AcmeOrder;
import io.github.certbot4j.crypto.CertificateChain;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets a certificate: places the order or takes up an open one, and sees it through. */
public final class OrderService {

  private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);

  private final UnwindStack unwind;
  private final Waiter waiter;
  private final KeyStock keys;
  private final Runnable beforeAnswering;

  /**
   * Makes the service.
   *
   * @param unwind where clean-ups are registered while responses are published
   * @param keys where new keys come from
   * @param beforeAnswering called for every order when its responses are in place
   */
  public OrderService(UnwindStack unwind, Waiter waiter, KeyStock keys, Runnable beforeAnswering) {
    this.unwind = unwind;
    this.waiter = waiter;
    this.keys = keys;
    this.beforeAnswering = beforeAnswering;
  }

  /**
   * Obtains a certificate.
   *
   * @return the certificate, or the names that failed; in the first case the caller must store it
   *     and then let {@code recovery} forget the order
   * @throws FailureException when the CA refuses something else, or can't be reached
   */
  public OrderOutcome obtain(
      OrderRequest request,
      AcmeAccount account,
      Authenticator authenticator,
      OrderRecovery recovery) {
    Optional<OrderRecovery.OpenOrder> open = recovery.find();
    if (open.isPresent()) {
      Optional<OrderOutcome> outcome =
          carryOn(request, account, authenticator, new Resumption(recovery, open.get()));
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    try (KeySource key = keyFor(request, "")) {
      AcmeOrder order = account.newOrder(request.names(), request.profile());
      recovery.placed(order.location());
      List<AcmeAuthorization> authorizations = order.authorizations();
      if (request.rehearsal() && giveUpValid(authorizations)) {
        order = account.newOrder(request.names(), request.profile());
        authorizations = order.authorizations();
      }
      return complete(request, order, authorizations, new Steps(authenticator, recovery, key));
    }
  }

  private Optional<OrderOutcome> carryOn(
      OrderRequest request,
      AcmeAccount account,
      Authenticator authenticator,
      Resumption resumption) {
    AcmeOrder order;
    try {
      order = account.order(resumption.open.location());
    } catch (FailureException e) {
      // Gone, or not to be had now. A new order is tried in any case: only if the CA takes that one
      // is the old one forgotten.
      LOG.debug("The order of an earlier run can't be carried on: {}", e.getMessage());
      return Optional.empty();
    }
    if (order.status() == AcmeOrder.Status.INVALID) {
      return Optional.empty();
    }
    LOG.info("Carrying on with the order that an earlier run could not finish.");
    try (KeySource key = keyFor(request, resumption.open.keyPem())) {
      Steps steps = new Steps(authenticator, resumption.recovery, key);
      return switch (order.status()) {
        case PENDING -> Optional.of(complete(request, order, order.authorizations(), steps));
        case READY -> Optional.of(finish(request, order, steps));
        default -> Optional.of(await(request, order, steps)).filter(key::isOf);
      };
    }
  }

  private OrderOutcome complete(
      OrderRequest request, AcmeOrder order, List<AcmeAuthorization> authorizations, Steps steps) {
    ChallengeChooser chooser = new ChallengeChooser(steps.authenticator, request.preferredTypes());
    ChallengeRunner runner =
        new ChallengeRunner(steps.authenticator, unwind, waiter, beforeAnswering);
    List<FailedValidation> failures = runner.validate(order, authorizations, chooser);
    if (!failures.isEmpty()) {
      steps.recovery.forget();
      return new OrderOutcome.NotValidated(failures);
    }
    return finish(request, order, steps);
  }

  private OrderOutcome finish(OrderRequest request, AcmeOrder order, Steps steps) {
    KeySource.Material material = steps.key.material();
    steps.recovery.keyed(order.location(), material.newKeyPem(), material.csr().pem());
    order.submit(material.csr().der());
    return await(request, order, steps);
  }

  private OrderOutcome await(OrderRequest request, AcmeOrder order, Steps steps) {
    Pacing pacing = new Pacing(waiter, request.issuanceTimeout());
    Optional<Duration> wish = Optional.empty();
    while (order.status() != AcmeOrder.Status.VALID) {
      if (order.status() == AcmeOrder.Status.INVALID) {
        steps.recovery.forget();
        throw refused(order);
      }
      if (!pacing.pause(wish)) {
        throw new FailureException(
            new Failure.Unreachable(
                "The CA did not issue the certificate within "
                    + request.issuanceTimeout().toSeconds()
                    + " seconds.",
                "Run the same command again: the order will be carried on."));
      }
      wish = order.refresh();
    }
    List<String> chains = order.download(request.preferredChain().isPresent());
    try {
      return new OrderOutcome.Issued(preferred(request, chains), steps.key.pem());
    } catch (CryptoException e) {
      Failure failure =
          new Failure.Unreachable(
              "What the CA sent as certificate cannot be used: " + e.getMessage(),
              "Try again later, or ask the CA.");
      throw new FailureException(failure, e);
    }
  }

  private static CertificateChain preferred(OrderRequest request, List<String> chains) {
    CertificateChain first = CertificateChain.ofPem(chains.get(0));
    if (request.preferredChain().isEmpty()) {
      return first;
    }
    String wanted = request.preferredChain().get();
    for (String pem : chains) {
      CertificateChain chain = CertificateChain.ofPem(pem);
      if (chain.topIssuerCommonName().filter(wanted::equals).isPresent()) {
        return chain;
      }
    }
    if (!request.rehearsal()) {
      LOG.info("The CA offers no chain that ends at '{}'; its default chain is used.", wanted);
    }
    return first;
  }

  private static FailureException refused(AcmeOrder order) {
    AcmeProblem problem =
        order
            .problem()
            .orElse(new AcmeProblem("serverInternal", "the order failed", Optional.empty()));
    return new FailureException(new Failure.Refused(problem, ""));
  }

  private static boolean giveUpValid(List<AcmeAuthorization> authorizations) {
    boolean any = false;
    for (AcmeAuthorization authorization : authorizations) {
      if (authorization.status() == AcmeAuthorization.Status.VALID) {
        any = true;
        try {
          authorization.deactivate();
        } catch (FailureException e) {
          LOG.warn(
              "Could not give up the authorization of {}: {}",
              authorization.domain(),
              e.getMessage());
        }
      }
    }
    return any;
  }

  private KeySource keyFor(OrderRequest request, String preparedPem) {
    return KeySource.of(request.key(), request.names(), preparedPem, keys);
  }

  /** What the steps of one order share. */
  private record Steps(Authenticator authenticator, OrderRecovery recovery, KeySource key) {}

  /** An order of an earlier run, and where it was remembered. */
  private record Resumption(OrderRecovery recovery, OrderRecovery.OpenOrder open) {}
}
