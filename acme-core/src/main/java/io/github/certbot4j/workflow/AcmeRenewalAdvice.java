package io.github.certbot4j.workflow;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.acme.AcmeAccount.RenewalWindow;
import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.plan.RenewalMoment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks CAs that offer it when they want a certificate renewed (RFC 9773). Their answer can only
 * move a renewal earlier; silence and trouble change nothing.
 */
public final class AcmeRenewalAdvice implements RenewalAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(AcmeRenewalAdvice.class);
  private static final Duration USUAL_RETRY = Duration.ofHours(6);

  private final Gateways gateways;
  private final Function<Directories, AccountStore> accounts;
  private final SilentServers silentServers;
  private final Instant now;

  /**
   * Prepares to ask.
   *
   * @param silentServers which servers needn't be asked
   */
  public AcmeRenewalAdvice(
      Gateways gateways,
      Function<Directories, AccountStore> accounts,
      SilentServers silentServers,
      Instant now) {
    this.gateways = gateways;
    this.accounts = accounts;
    this.silentServers = silentServers;
    this.now = now;
  }

  @Override
  public boolean isDue(Lineage lineage, Settings settings, LineageStore store) {
    AcmeServer server = settings.get(PathOptions.SERVER);
    boolean tooEarly =
        lineage.conf().renewalInfoRetry().filter(text -> LocalTimes.isAfter(text, now)).isPresent();
    if (settings.get(DecisionOptions.DRY_RUN) || tooEarly || silentServers.contains(server)) {
      return false;
    }
    try {
      return ask(lineage, settings, store);
    } catch (FailureException e) {
      LOG.debug("No renewal information for {}", lineage.name(), e);
      silentServers.add(server);
      return false;
    }
  }

  private boolean ask(Lineage lineage, Settings settings, LineageStore store) {
    AcmeServer server = settings.get(PathOptions.SERVER);
    AcmeGateway gateway = gateways.to(settings);
    Optional<Account> account =
        settings
            .find(AccountOptions.ACCOUNT)
            .flatMap(id -> accounts.apply(DirectoryOptions.of(settings)).load(server, id));
    if (account.isEmpty() || !gateway.meta().offersRenewalInfo()) {
      silentServers.add(server);
      return false;
    }
    RenewalWindow window =
        gateway
            .account(account.get().keys(), account.get().location())
            .renewalInfo(lineage.latestCertificate().der());
    store.saveRenewalInfoRetry(
        lineage, LocalTimes.format(window.retryAfter().orElse(now.plus(USUAL_RETRY))));
    Instant moment =
        RenewalMoment.within(
            window.start(), window.end(), lineage.latestCertificate().serialNumber());
    LOG.debug("The CA suggests to renew {} at {}", lineage.name(), moment);
    return !moment.isAfter(now);
  }
}
