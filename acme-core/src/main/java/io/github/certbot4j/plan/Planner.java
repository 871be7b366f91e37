package io.github.certbot4j.plan;

import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a request for names means for the lineages that exist. Pure: same input, same
 * decision.
 */
public final class Planner {

  /**
   * Decides.
   *
   * @param lineages every lineage that could be loaded, in the order of their files
   */
  public Decision decide(IssueRequest request, List<LineageFacts> lineages) {
    if (request.certName().isPresent()) {
      return decideForNamed(request, request.certName().get(), lineages);
    }
    CertName wanted = CertName.forDomains(request.names());
    if (request.flags().duplicate()) {
      return new Decision.Issue(wanted, request.names());
    }
    Optional<LineageFacts> same = lastWithSameNames(request, lineages);
    if (same.isPresent()) {
      return identical(request, same.get());
    }
    Optional<LineageFacts> part = largestSubset(request, lineages);
    if (part.isPresent()) {
      return subset(request, part.get());
    }
    return new Decision.Issue(wanted, request.names());
  }

  private static Decision decideForNamed(
      IssueRequest request, CertName name, List<LineageFacts> lineages) {
    Optional<LineageFacts> named =
        lineages.stream().filter(lineage -> lineage.name().equals(name)).findFirst();
    if (named.isEmpty()) {
      return request.names().isEmpty()
          ? new Decision.Refuse(
              new Failure.Rejected(
                  "There is no certificate named '" + name + "'.",
                  "Name the domains with -d to obtain it, or see 'certbot certificates'."))
          : new Decision.Issue(name, request.names());
    }
    LineageFacts lineage = named.get();
    if (request.names().isEmpty() || sameNames(request.names(), lineage.names())) {
      return identical(request, lineage);
    }
    return keyTypeGuard(request, lineage).orElseGet(() -> newNames(request, lineage));
  }

  private static Decision newNames(IssueRequest request, LineageFacts lineage) {
    Decision renew = renewal(request, lineage, request.names());
    if (request.flags().renewWithNewDomains()) {
      return renew;
    }
    List<DomainName> added = without(request.names(), lineage.names());
    List<DomainName> removed = without(lineage.names(), request.names());
    return new Decision.AskNewNames(lineage.name(), added, removed, renew);
  }

  private static Decision identical(IssueRequest request, LineageFacts lineage) {
    Optional<Decision> refusal = keyTypeGuard(request, lineage);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    List<DomainName> names = request.names().isEmpty() ? lineage.names() : request.names();
    Decision.Keep keep = new Decision.Keep(lineage.name(), lineage.pendingDeployment());
    if (lineage.pendingDeployment()) {
      return keep;
    }
    Decision renew = renewal(request, lineage, names);
    if (lineage.due()) {
      return renew;
    }
    return request.flags().keep() ? keep : new Decision.AskKeepOrRenew(lineage.name(), keep, renew);
  }

  private static Decision subset(IssueRequest request, LineageFacts lineage) {
    Optional<Decision> refusal = keyTypeGuard(request, lineage);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Decision renew = renewal(request, lineage, request.names());
    boolean yes = request.flags().expand() || request.flags().forceRenewal();
    return yes ? renew : new Decision.AskExpand(lineage.name(), lineage.names(), renew);
  }

  /** A renewal, unless it would put a test certificate in the place of a real one. */
  private static Decision renewal(
      IssueRequest request, LineageFacts lineage, List<DomainName> names) {
    boolean endangered = request.flags().stagingServer() && !lineage.fromStagingServer();
    return endangered && !request.flags().breakMyCerts()
        ? new Decision.Refuse(stagingOverReal(lineage.name()))
        : new Decision.Renew(lineage.name(), names);
  }

  /**
   * A key type that the user chose replaces another one only when the lineage is named too. A key
   * type that nobody chose never changes one.
   */
  private static Optional<Decision> keyTypeGuard(IssueRequest request, LineageFacts lineage) {
    boolean differs =
        request.keyKind().isPresent() && !request.keyKind().get().equals(lineage.keyKind());
    if (!differs || request.certName().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Decision.Refuse(
            new Failure.Rejected(
                "Certificate '"
                    + lineage.name()
                    + "' has an "
                    + lineage.keyKind()
                    + " key, and --key-type asks for "
                    + request.keyKind().get()
                    + ".",
                "To change its key type, add --cert-name " + lineage.name() + ".")));
  }

  /** Why a certificate for tests doesn't replace a real one. */
  public static Failure stagingOverReal(CertName lineage) {
    return new Failure.Rejected(
        "A test certificate would replace the real certificate '" + lineage + "'.",
        "Leave out --staging, use another --cert-name, or insist with --break-my-certs.");
  }

  private static Optional<LineageFacts> lastWithSameNames(
      IssueRequest request, List<LineageFacts> lineages) {
    Optional<LineageFacts> found = Optional.empty();
    for (LineageFacts lineage : lineages) {
      if (sameNames(request.names(), lineage.names())) {
        found = Optional.of(lineage);
      }
    }
    return found;
  }

  private static Optional<LineageFacts> largestSubset(
      IssueRequest request, List<LineageFacts> lineages) {
    Set<DomainName> asked = new HashSet<>(request.names());
    Optional<LineageFacts> found = Optional.empty();
    int size = 0;
    for (LineageFacts lineage : lineages) {
      Set<DomainName> names = new HashSet<>(lineage.names());
      if (names.size() > size && names.size() < asked.size() && asked.containsAll(names)) {
        found = Optional.of(lineage);
        size = names.size();
      }
    }
    return found;
  }

  private static boolean sameNames(List<DomainName> one, List<DomainName> other) {
    return new HashSet<>(one).equals(new HashSet<>(other));
  }

  private static List<DomainName> without(List<DomainName> names, List<DomainName> others) {
    List<DomainName> rest = new ArrayList<>(new HashSet<>(names));
    rest.removeAll(others);
    rest.sort((a, b) -> a.ascii().compareTo(b.ascii()));
    return List.copyOf(rest);
  }
}
