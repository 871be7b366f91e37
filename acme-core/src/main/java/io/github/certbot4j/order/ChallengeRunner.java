package io.github.certbot4j.order;

import io.github.certbot4j.acme.AcmeAuthorization;
import io.github.certbot4j.acme.AcmeOrder;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the names of an order validated: every response is published first, then all are announced,
 * then the order is watched. Whatever happens, the responses are taken back.
 */
final class ChallengeRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ChallengeRunner.class);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Authenticator authenticator;
  private final UnwindStack unwind;
  private final Waiter waiter;
  private final Runnable beforeAnswering;

  /**
   * Prepares a runner.
   *
   * @param beforeAnswering called when all responses are in place and none is announced yet
   */
  ChallengeRunner(
      Authenticator authenticator, UnwindStack unwind, Waiter waiter, Runnable beforeAnswering) {
    this.authenticator = authenticator;
    this.unwind = unwind;
    this.waiter = waiter;
    this.beforeAnswering = beforeAnswering;
  }

  /**
   * Validates what isn't valid yet.
   *
   * @return what failed; empty when the order can be finalized
   */
  List<FailedValidation> validate(
      AcmeOrder order, List<AcmeAuthorization> authorizations, ChallengeChooser chooser) {
    List<AcmeAuthorization> open =
        authorizations.stream()
            .filter(each -> each.status() != AcmeAuthorization.Status.VALID)
            .toList();
    if (open.isEmpty()) {
      return List.of();
    }
    List<AcmeAuthorization.Offer> offers = open.stream().map(chooser::choose).toList();
    List<Challenge> challenges = offers.stream().map(AcmeAuthorization.Offer::challenge).toList();
    LOG.info("Performing the following challenges:");
    for (Challenge challenge : challenges) {
      LOG.info("{} challenge for {}", challenge.type().wireName(), challenge.domain());
    }
    List<FailedValidation> failures;
    try (UnwindStack.Entry published = unwind.push(() -> cleanUp(challenges))) {
      authenticator.perform(challenges);
      beforeAnswering.run();
      LOG.info("Waiting for verification...");
      order.answer(offers);
      failures = await(order, open);
    }
    if (!failures.isEmpty()) {
      explain(failures, challenges);
    }
    return failures;
  }

  private void cleanUp(List<Challenge> challenges) {
    LOG.info("Cleaning up challenges");
    try {
      authenticator.cleanUp(challenges);
    } catch (RuntimeException e) {
      LOG.error("Could not clean up after the challenges: {}", e.getMessage());
      LOG.debug("Clean-up failed", e);
    }
  }

  private List<FailedValidation> await(AcmeOrder order, List<AcmeAuthorization> open) {
    Pacing pacing = new Pacing(waiter, PATIENCE);
    Optional<Duration> wish = Optional.empty();
    // No CA has asked for the responses by the time it says that it will.
    do {
      if (!pacing.pause(wish)) {
        throw stillPending();
      }
      wish = order.refresh();
    } while (order.status() == AcmeOrder.Status.PENDING);
    return order.status() == AcmeOrder.Status.INVALID ? failed(order, open, pacing) : List.of();
  }

  /** The first failed name makes an order invalid, so the others' outcome may still be open. */
  private static List<FailedValidation> failed(
      AcmeOrder order, List<AcmeAuthorization> open, Pacing pacing) {
    List<FailedValidation> failures = new ArrayList<>();
    for (AcmeAuthorization authorization : open) {
      Optional<Duration> wish = authorization.refresh();
      while (authorization.status() == AcmeAuthorization.Status.PENDING && pacing.pause(wish)) {
        wish = authorization.refresh();
      }
      if (authorization.status() != AcmeAuthorization.Status.VALID) {
        failures.add(
            new FailedValidation(
                authorization.domain(), authorization.isWildcard(), problem(authorization)));
      }
    }
    if (failures.isEmpty()) {
      AcmeProblem problem =
          order.problem().orElse(new AcmeProblem("malformed", "no reason given", Optional.empty()));
      throw new FailureException(new Failure.Refused(problem, ""));
    }
    return failures;
  }

  private static AcmeProblem problem(AcmeAuthorization authorization) {
    return authorization
        .problem()
        .orElseGet(
            () ->
                new AcmeProblem(
                    "serverInternal",
                    "The CA left the authorization "
                        + authorization.status().name().toLowerCase(java.util.Locale.ROOT)
                        + " without giving a reason",
                    Optional.empty()));
  }

  private void explain(List<FailedValidation> failures, List<Challenge> challenges) {
    for (FailedValidation failure : failures) {
      LOG.warn("Challenge failed for domain {}", failure.domain());
    }
    List<Challenge> failed =
        challenges.stream()
            .filter(each -> failures.stream().anyMatch(some -> some.domain().equals(each.domain())))
            .toList();
    String hint = authenticator.hint(failed);
    if (!hint.isEmpty()) {
      LOG.warn("{}", hint);
    }
  }

  private static FailureException stillPending() {
    return new FailureException(
        new Failure.Unreachable(
            "The CA did not finish validating the names in " + PATIENCE.toMinutes() + " minutes.",
            "Try again later."));
  }
}
