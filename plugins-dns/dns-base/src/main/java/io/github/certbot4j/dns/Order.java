package io.github.certbot4j.dns;

import io.github.certbot4j.dns.credentials.CredentialSets;
import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Challenge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of one order: where they go, that they get there, and that they go away. */
final class Order {

  private static final Logger LOG = LoggerFactory.getLogger(Order.class);

  private final ServiceDeclaration declaration;
  private final Accounts accounts;
  private final Explanation explanation;
  private final Turns turns;
  private final BooleanSupplier abandoned;
  private final List<Publication> begun = new ArrayList<>();

  /** The values that go to one name of one zone. */
  private record Batch(Account account, Zone zone, String name) {}

  Order(ServiceDeclaration declaration, Accounts accounts, Turns turns, BooleanSupplier abandoned) {
    this.declaration = declaration;
    this.accounts = accounts;
    this.explanation = new Explanation(declaration);
    this.turns = turns;
    this.abandoned = abandoned;
  }

  /** Finds all zones, then writes all records; stops at the first trouble. */
  void publish(List<Challenge> challenges, CredentialSets sets, Targets targets) {
    List<Publication> planned = new ArrayList<>();
    for (Challenge challenge : challenges) {
      planned.add(place(challenge, sets, targets));
    }
    batches(planned).forEach((batch, publications) -> turns.run(() -> write(batch, publications)));
    for (Batch batch : oneOfEachZone(planned)) {
      turns.run(() -> publishZone(batch));
    }
  }

  /** The accounts' services. */
  Collection<DnsService> services() {
    Set<DnsService> services = new LinkedHashSet<>();
    begun.forEach(publication -> services.add(publication.account().service()));
    return services;
  }

  /** What name servers should show: values by names. */
  Map<String, List<String>> wanted() {
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    for (Publication publication : begun) {
      wanted
          .computeIfAbsent(publication.record().name(), name -> new ArrayList<>())
          .add(publication.record().value());
    }
    return wanted;
  }

  /** Takes away what was written for these challenges; only warns of what stays. */
  void withdraw(List<Challenge> challenges) {
    List<Publication> mine =
        begun.stream()
            .filter(each -> challenges.stream().anyMatch(one -> isFor(each, one)))
            .toList();
    begun.removeAll(mine);
    batches(mine)
        .forEach((batch, publications) -> turns.run(() -> remove(batch, values(publications))));
    for (Batch batch : oneOfEachZone(mine)) {
      try {
        turns.run(() -> batch.account().service().publish(batch.zone()));
      } catch (RuntimeException e) {
        LOG.warn(
            "{} could not publish the removal of records from {}: {}",
            declaration.title(),
            batch.zone().name(),
            e.getMessage());
      }
    }
  }

  private Publication place(Challenge challenge, CredentialSets sets, Targets targets) {
    String validationName = challenge.validationName();
    List<String> candidates = targets.of(validationName);
    for (int i = 0; i < candidates.size(); i++) {
      String name = candidates.get(i);
      Optional<Credentials> set = sets.forNames(candidates.subList(i, candidates.size()));
      if (set.isPresent()) {
        Account account = accounts.of(set.get());
        Optional<Zone> zone = zone(account, name, i + 1 < candidates.size());
        if (zone.isPresent()) {
          TxtRecord record = new TxtRecord(name, challenge.validation());
          return new Publication(account, zone.get(), validationName, record);
        }
      }
    }
    String tried = String.join(", ", ZoneWalk.guesses(candidates.get(0), false));
    throw explanation.of(
        "find the zone of " + challenge.domain().ascii(),
        DnsTrouble.of(Kind.ZONE_NOT_FOUND, "the account has none of " + tried));
  }

  private Optional<Zone> zone(Account account, String name, boolean mayLack) {
    try {
      return turns.take(
          () -> {
            stopIfAbandoned();
            return account.walk().find(name);
          });
    } catch (DnsTroubleException e) {
      if (mayLack && e.is(Kind.NO_PERMISSION)) {
        LOG.debug("The zone of {} is not for these credentials", name, e);
        return Optional.empty();
      }
      throw explanation.of("look up the zone of " + name, e);
    }
  }

  private void write(Batch batch, List<Publication> publications) {
    stopIfAbandoned();
    // Before the attempt: nobody knows what one that failed left behind.
    begun.addAll(publications);
    try {
      batch.account().writer().add(batch.zone(), batch.name(), values(publications));
    } catch (DnsTroubleException e) {
      throw explanation.of(
          "add a TXT record at " + batch.name() + " to the zone " + batch.zone().name(), e);
    }
  }

  private void publishZone(Batch batch) {
    try {
      batch.account().service().publish(batch.zone());
    } catch (DnsTroubleException e) {
      throw explanation.of("publish the changes to the zone " + batch.zone().name(), e);
    }
  }

  private void remove(Batch batch, List<String> values) {
    Map<String, String> left = new LinkedHashMap<>();
    try {
      batch
          .account()
          .writer()
          .remove(batch.zone(), batch.name(), values)
          .forEach((value, trouble) -> left.put(value, trouble.describe()));
    } catch (RuntimeException e) {
      // A fault here must not keep the other records from being removed.
      LOG.debug("Removing the records at {} failed", batch.name(), e);
      values.forEach(value -> left.put(value, e.toString()));
    }
    left.forEach(
        (value, why) ->
            LOG.warn(
                "{} did not remove the TXT record {} with the value \"{}\" from the zone {}: {}."
                    + " Remove it by hand at the service's console.",
                declaration.title(),
                batch.name(),
                value,
                batch.zone().name(),
                why));
  }

  private void stopIfAbandoned() {
    if (abandoned.getAsBoolean()) {
      throw new FailureException(new Failure.Cancelled("The challenges were given up."));
    }
  }

  private static boolean isFor(Publication publication, Challenge challenge) {
    return publication.challenge().equals(challenge.validationName())
        && publication.record().value().equals(challenge.validation());
  }

  private static Map<Batch, List<Publication>> batches(List<Publication> publications) {
    Map<Batch, List<Publication>> batches = new LinkedHashMap<>();
    for (Publication each : publications) {
      Batch batch = new Batch(each.account(), each.zone(), each.record().name());
      batches.computeIfAbsent(batch, key -> new ArrayList<>()).add(each);
    }
    return batches;
  }

  private static List<String> values(List<Publication> publications) {
    return publications.stream().map(each -> each.record().value()).distinct().toList();
  }

  private static Collection<Batch> oneOfEachZone(List<Publication> publications) {
    Map<List<Object>, Batch> zones = new LinkedHashMap<>();
    for (Batch batch : batches(publications).keySet()) {
      zones.putIfAbsent(List.of(batch.account(), batch.zone()), batch);
    }
    return zones.values();
  }
}
