package io.github.certbot4j.dns;

import io.github.certbot4j.dns.credentials.CredentialSets;
import io.github.certbot4j.dns.lookup.DnsClient;
import io.github.certbot4j.dns.lookup.PropagationCheck;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.OptionChoice;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.SharedOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Answers dns-01 challenges (RFC 8555 section 8.4) at a DNS service: all zones are found before
 * anything is written, all records are written before the one wait, and the clean-up takes away
 * exactly what was written, whatever failed.
 */
final class DnsAuthenticator implements Authenticator {

  /** What a service says of itself is worth waiting for unless the user wants otherwise. */
  private static final Duration LONGEST_SYNC = Duration.ofMinutes(10);

  private final ServiceDeclaration declaration;
  private final Function<ServiceContext, DnsService> opener;
  private final Turns turns;
  private final PluginContext context;
  private final CredentialsSource source;
  private volatile boolean abandoned;

  /** One at most. */
  private List<Order> orders = List.of();

  private boolean over;

  DnsAuthenticator(
      ServiceDeclaration declaration,
      Function<ServiceContext, DnsService> opener,
      Turns turns,
      PluginContext context) {
    this.declaration = declaration;
    this.opener = opener;
    this.turns = turns;
    this.context = context;
    this.source = new CredentialsSource(declaration, context);
  }

  /** Reads no file: a pre-hook may be what brings the credentials. */
  @Override
  public void prepare() {
    if (declaration.retired().isPresent()) {
      throw new PluginUnusableException(
          PluginUnusableException.Reason.MISCONFIGURED, declaration.retired().get());
    }
  }

  @Override
  public List<ChallengeType> supportedTypes(DomainName domain) {
    return List.of(ChallengeType.DNS_01);
  }

  @Override
  public void perform(List<Challenge> challenges) {
    begin();
    CredentialSets sets = source.load();
    DnsClient dns = DnsClient.of(context.environment());
    Order placed = publish(challenges, sets, dns);
    await(placed, dns);
  }

  private synchronized void begin() {
    over = false;
    abandoned = false;
  }

  private synchronized Order publish(
      List<Challenge> challenges, CredentialSets sets, DnsClient dns) {
    if (over) {
      throw new FailureException(new Failure.Cancelled("The challenges were given up."));
    }
    Accounts accounts = new Accounts(declaration, opener, context, () -> abandoned);
    Order made = new Order(declaration, accounts, turns, () -> abandoned);
    orders = List.of(made);
    made.publish(challenges, sets, new Targets(dns));
    return made;
  }

  private void await(Order placed, DnsClient dns) {
    int seconds = context.options().get(declaration.propagationSeconds());
    if (seconds == 0) {
      return;
    }
    Duration limit = Duration.ofSeconds(seconds);
    boolean usual = seconds == declaration.waitSeconds() && limit.compareTo(LONGEST_SYNC) < 0;
    PropagationWait wait =
        new PropagationWait(
            context.waiter(),
            new PropagationCheck(dns),
            turns,
            limit,
            usual ? LONGEST_SYNC : limit);
    if (context.options().get(SharedOptions.DNS_PROPAGATION_CHECK).equals("off")) {
      wait.blindly(placed.services());
    } else {
      wait.watching(placed.services(), placed.wanted());
    }
  }

  /** May be called by another thread while records are being written: that then stops soon. */
  @Override
  public void cleanUp(List<Challenge> challenges) {
    abandoned = true;
    synchronized (this) {
      over = true;
      abandoned = false;
      orders.forEach(made -> made.withdraw(challenges));
    }
  }

  @Override
  public List<OptionChoice<?>> choices() {
    return source.choices();
  }

  @Override
  public String hint(List<Challenge> failed) {
    return "The CA asks the public name servers of the names for TXT records. Make sure that they"
        + " are those of "
        + declaration.title()
        + ", and wait longer with "
        + declaration.propagationSeconds().names().get(0)
        + " if they are slow.";
  }
}
