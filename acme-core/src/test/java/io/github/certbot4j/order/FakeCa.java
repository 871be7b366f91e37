package io.github.certbot4j.order;

import io.github.certbot4j.acme.AcmeAccount;
import io.github.certbot4j.acme.AcmeAuthorization;
import io.github.certbot4j.acme.AcmeOrder;
import io.github.certbot4j.crypto.Csr;
import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Challenge;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An ACME server in memory that follows the states of RFC 8555 section 7.1.6. */
public final class FakeCa implements AcmeAccount {

  final List<String> events = new ArrayList<>();
  private final List<RenewalWindow> windows = new ArrayList<>();
  final Set<String> failing = new HashSet<>();
  final Set<String> alreadyValid = new HashSet<>();
  final Map<URI, FakeOrder> orders = new HashMap<>();
  List<ChallengeType> offered = List.of(ChallengeType.HTTP_01, ChallengeType.DNS_01);
  int looksUntilValidated = 1;
  int looksUntilIssued = 1;
  boolean neverIssues;
  Runnable whenOrdered = () -> {};
  String certificateChain = "";
  private Function<byte[], String> issuing = csr -> certificateChain;

  /** What was asked of it, oldest first; others may add what they do. */
  public List<String> events() {
    return events;
  }

  /** From now on the name can't be validated. */
  public void fail(String name) {
    failing.add(name);
  }

  /**
   * Issues certificates.
   *
   * @param authority makes the chain in PEM for a signing request in DER
   */
  public void issueWith(Function<byte[], String> authority) {
    issuing = authority;
  }

  /** Suggests a window for renewing any certificate. */
  public void suggest(RenewalWindow window) {
    windows.add(window);
  }

  @Override
  public URI location() {
    return URI.create("https://ca.test/account/1");
  }

  @Override
  public FakeOrder newOrder(List<DomainName> names, Optional<String> profile) {
    events.add("order");
    whenOrdered.run();
    URI location = URI.create("https://ca.test/order/" + (orders.size() + 1));
    FakeOrder order = new FakeOrder(location, names);
    orders.put(location, order);
    return order;
  }

  @Override
  public AcmeOrder order(URI location) {
    events.add("look up order");
    if (!orders.containsKey(location)) {
      throw new FailureException(
          new Failure.Refused(new AcmeProblem("malformed", "no such order", Optional.empty()), ""));
    }
    return orders.get(location);
  }

  @Override
  public List<String> contacts() {
    return List.of();
  }

  @Override
  public void updateContacts(List<String> emails) {
    events.add("contacts " + emails);
  }

  @Override
  public void deactivate() {
    events.add("deactivate");
  }

  @Override
  public void revoke(byte[] certificate, int reason) {
    events.add("revoke " + reason);
  }

  @Override
  public RenewalWindow renewalInfo(byte[] certificate) {
    events.add("renewal info");
    return windows.get(windows.size() - 1);
  }

  /** One order. */
  public final class FakeOrder implements AcmeOrder {

    private final URI location;
    private final List<FakeAuthorization> authorizations = new ArrayList<>();
    private int looksLeft;
    AcmeOrder.Status status = AcmeOrder.Status.PENDING;
    byte[] csr = {};

    FakeOrder(URI location, List<DomainName> names) {
      this.location = location;
      names.forEach(name -> authorizations.add(new FakeAuthorization(name)));
      looksLeft = looksUntilValidated;
      if (authorizations.stream().allMatch(each -> each.status == AcmeAuthorization.Status.VALID)) {
        status = AcmeOrder.Status.READY;
      }
    }

    @Override
    public URI location() {
      return location;
    }

    @Override
    public AcmeOrder.Status status() {
      return status;
    }

    @Override
    public Optional<AcmeProblem> problem() {
      return Optional.empty();
    }

    @Override
    public List<AcmeAuthorization> authorizations() {
      return List.copyOf(authorizations);
    }

    @Override
    public Optional<Duration> refresh() {
      events.add("poll order");
      if (--looksLeft <= 0
          && status == AcmeOrder.Status.PENDING
          && authorizations.stream().allMatch(FakeAuthorization::decide)) {
        boolean allValid =
            authorizations.stream().allMatch(each -> each.status == AcmeAuthorization.Status.VALID);
        status = allValid ? AcmeOrder.Status.READY : AcmeOrder.Status.INVALID;
      } else if (status == AcmeOrder.Status.PROCESSING && looksLeft <= 0 && !neverIssues) {
        status = AcmeOrder.Status.VALID;
      }
      return Optional.empty();
    }

    @Override
    public void submit(byte[] request) {
      events.add("finalize " + Csr.parse(request).names());
      csr = request;
      status = AcmeOrder.Status.PROCESSING;
      looksLeft = looksUntilIssued;
    }

    @Override
    public List<String> download(boolean alternates) {
      events.add("download" + (alternates ? " with alternates" : ""));
      return List.of(issuing.apply(csr));
    }
  }

  /** One authorization. */
  public final class FakeAuthorization implements AcmeAuthorization {

    private final DomainName name;
    private boolean answered;
    AcmeAuthorization.Status status;

    FakeAuthorization(DomainName name) {
      this.name = name;
      this.status =
          alreadyValid.remove(name.ascii())
              ? AcmeAuthorization.Status.VALID
              : AcmeAuthorization.Status.PENDING;
    }

    boolean decide() {
      if (status == AcmeAuthorization.Status.PENDING && answered) {
        status =
            failing.contains(name.ascii())
                ? AcmeAuthorization.Status.INVALID
                : AcmeAuthorization.Status.VALID;
      }
      return status != AcmeAuthorization.Status.PENDING;
    }

    @Override
    public DomainName domain() {
      return DomainName.parse(name.withoutWildcard());
    }

    @Override
    public boolean isWildcard() {
      return name.isWildcard();
    }

    @Override
    public AcmeAuthorization.Status status() {
      return status;
    }

    @Override
    public List<Offer> offers() {
      return offered.stream().map(FakeOffer::new).map(Offer.class::cast).toList();
    }

    @Override
    public Optional<Duration> refresh() {
      events.add("poll " + name);
      return Optional.empty();
    }

    @Override
    public Optional<AcmeProblem> problem() {
      return Optional.of(new AcmeProblem("connection", "refused", Optional.empty()));
    }

    @Override
    public void deactivate() {
      events.add("give up " + name);
      status = AcmeAuthorization.Status.DEACTIVATED;
    }

    /** One challenge of it. */
    final class FakeOffer implements Offer {

      private final ChallengeType type;

      FakeOffer(ChallengeType type) {
        this.type = type;
      }

      @Override
      public Challenge challenge() {
        return new Challenge(domain(), type, "token-" + name, "validation-" + name);
      }

      @Override
      public void answer() {
        events.add("answer " + type.wireName() + " " + name);
        answered = true;
      }
    }
  }
}
