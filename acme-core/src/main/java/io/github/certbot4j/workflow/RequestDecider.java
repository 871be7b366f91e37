package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.plan.Decision;
import io.github.certbot4j.plan.Due;
import io.github.certbot4j.plan.IssueRequest;
import io.github.certbot4j.plan.LineageFacts;
import io.github.certbot4j.plan.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts request and lineages before the planner, and its questions before the user. */
public final class RequestDecider {

  private static final Logger LOG = LoggerFactory.getLogger(RequestDecider.class);

  private final Planner planner = new Planner();
  private final NamesChooser namesChooser;
  private final DecisionQuestions questions;
  private final RevocationCheck revocations;
  private final Instant now;

  public RequestDecider(
      NamesChooser namesChooser,
      DecisionQuestions questions,
      RevocationCheck revocations,
      Instant now) {
    this.namesChooser = namesChooser;
    this.questions = questions;
    this.revocations = revocations;
    this.now = now;
  }

  /** What to do; never a question any more. */
  Decision decide(Attempt attempt, LineageStore store) {
    Settings settings = attempt.settings();
    Optional<CertName> certName = settings.find(CertificateOptions.CERTNAME);
    List<Known> known = usable(store, settings);
    boolean named =
        certName.isPresent()
            && known.stream().anyMatch(each -> each.facts().name().equals(certName.get()));
    List<DomainName> names = namesChooser.choose(attempt, named);
    IssueRequest request =
        new IssueRequest(names, certName, chosenKeyKind(settings), flags(settings));
    Decision decision = planner.decide(request, facts(known, List.of()));
    Optional<CertName> undecided = notDue(decision);
    if (undecided.isPresent() && isRevoked(known, undecided.get())) {
      decision = planner.decide(request, facts(known, List.of(undecided.get())));
    }
    return questions.settle(decision);
  }

  /** Moves the links of a lineage to a newer version that an earlier run left waiting. */
  void deployPending(Decision.Keep keep, LineageStore store) {
    if (keep.deployPending()) {
      LOG.warn(
          "An earlier run left a newer version of '{}' undeployed; now deploying it.",
          keep.lineage());
      store.deployPending(lineage(store, keep.lineage()));
    }
  }

  /** The lineage of this name, which a decision was about. */
  Lineage lineage(LineageStore store, CertName name) {
    return LineageLookup.usable(store, name);
  }

  /** One lineage that can't be read must not keep others from being issued. */
  private List<Known> usable(LineageStore store, Settings settings) {
    LineageFactsReader reader = new LineageFactsReader(now);
    List<Known> usable = new ArrayList<>();
    for (LoadedLineage each : store.loadAll()) {
      if (each instanceof Lineage lineage) {
        try {
          Due due = reader.due(lineage, settings);
          usable.add(new Known(lineage, due, reader.facts(lineage, due.isDue())));
        } catch (FailureException | CryptoException e) {
          LOG.debug("Lineage {} is passed over: {}", lineage.name(), e.getMessage());
        }
      }
    }
    return usable;
  }

  private static List<LineageFacts> facts(List<Known> lineages, List<CertName> revoked) {
    List<LineageFacts> facts = new ArrayList<>();
    for (Known each : lineages) {
      facts.add(revoked.contains(each.facts().name()) ? each.facts().nowDue() : each.facts());
    }
    return facts;
  }

  private boolean isRevoked(List<Known> lineages, CertName name) {
    return lineages.stream()
        .filter(each -> each.facts().name().equals(name))
        .filter(each -> each.due() == Due.ONLY_IF_REVOKED)
        .anyMatch(each -> revocations.isRevoked(each.lineage()));
  }

  private static Optional<CertName> notDue(Decision decision) {
    if (decision instanceof Decision.AskKeepOrRenew ask) {
      return Optional.of(ask.lineage());
    }
    return decision instanceof Decision.Keep keep && !keep.deployPending()
        ? Optional.of(keep.lineage())
        : Optional.empty();
  }

  private static Optional<String> chosenKeyKind(Settings settings) {
    return settings.isSetByUser(CertificateOptions.KEY_TYPE)
        ? settings.find(CertificateOptions.KEY_TYPE)
        : Optional.empty();
  }

  private static IssueRequest.Flags flags(Settings settings) {
    return new IssueRequest.Flags(
        settings.get(DecisionOptions.DUPLICATE),
        settings.get(DecisionOptions.EXPAND),
        settings.get(DecisionOptions.RENEW_BY_DEFAULT),
        settings.get(DecisionOptions.REINSTALL),
        settings.get(DecisionOptions.RENEW_WITH_NEW_DOMAINS),
        settings.get(DecisionOptions.BREAK_MY_CERTS),
        settings.get(PathOptions.SERVER).isStaging());
  }

  /** A lineage with what was found out about it. */
  private record Known(Lineage lineage, Due due, LineageFacts facts) {}
}
