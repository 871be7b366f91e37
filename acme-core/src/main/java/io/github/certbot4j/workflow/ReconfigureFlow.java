package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.RenewalParams;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.lineage.BrokenLineage;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.List;
import java.util.Optional;

/**
 * {@code reconfigure}: changes the options that a lineage is renewed with, after a rehearsal has
 * shown that they work.
 */
public final class ReconfigureFlow {

  private final AttemptStarter starter;
  private final Issuer issuer;
  private final RenewalParams params;
  private final PrePostHooks hooks;
  private final Display display;

  public ReconfigureFlow(
      AttemptStarter starter,
      Issuer issuer,
      RenewalParams params,
      PrePostHooks hooks,
      Display display) {
    this.starter = starter;
    this.issuer = issuer;
    this.hooks = hooks;
    this.params = params;
    this.display = display;
  }

  /**
   * Runs the flow.
   *
   * @throws FailureException when the options can't be changed this way, or the rehearsal failed;
   *     the renewal configuration is as it was then
   */
  public void run(Settings given, LineageStore lineages, AccountStore accounts) {
    if (!given.get(CertificateOptions.DOMAINS).isEmpty()) {
      throw FailureException.rejected(
          "reconfigure cannot change the names of a certificate.",
          "Use 'certbot certonly --cert-name' with the new names for that.");
    }
    Lineage lineage = chosen(given, lineages);
    Settings wanted = params.restore(given, lineage.params());
    refuseOtherCa(given, wanted, lineage);
    Attempt rehearsal = starter.start(accounts, rehearsing(wanted));
    Issuer.Names names =
        new Issuer.Names(LineageFactsReader.names(lineage), LineageFactsReader.names(lineage));
    display.line("Simulating renewal with the new options for " + lineage.name());
    hooks.around(rehearsal.settings(), () -> issuer.renew(rehearsal, lineages, lineage, names));
    save(lineage, lineages, asKept(wanted, rehearsal));
  }

  private Lineage chosen(Settings given, LineageStore lineages) {
    CertName name = given.find(CertificateOptions.CERTNAME).orElseGet(() -> ask(lineages));
    LoadedLineage loaded = LineageLookup.require(lineages, name);
    if (loaded instanceof BrokenLineage broken) {
      throw new FailureException(broken.failure());
    }
    return (Lineage) loaded;
  }

  private CertName ask(LineageStore lineages) {
    List<CertName> names = lineages.names();
    if (names.isEmpty()) {
      throw FailureException.rejected("There are no certificates to reconfigure.", "");
    }
    Optional<Integer> choice =
        display.menu(
            Question.forced("Which certificate would you like to reconfigure?", "--cert-name"),
            names.stream().map(CertName::value).toList(),
            Optional.empty());
    return names.get(
        choice.orElseThrow(
            () ->
                FailureException.rejected(
                    "No certificate was chosen.", "Name one with --cert-name.")));
  }

  private static void refuseOtherCa(Settings given, Settings wanted, Lineage lineage) {
    IniValue stored = lineage.params().values().get(PathOptions.SERVER.key());
    boolean otherServer =
        given.isSetByUser(PathOptions.SERVER)
            && !IniValue.of(wanted.get(PathOptions.SERVER).url()).equals(stored);
    IniValue storedAccount = lineage.params().values().get(AccountOptions.ACCOUNT.key());
    Optional<String> account = given.find(AccountOptions.ACCOUNT);
    boolean otherAccount = account.isPresent() && !IniValue.of(account.get()).equals(storedAccount);
    if (otherServer || otherAccount) {
      throw FailureException.rejected(
          "reconfigure cannot change the ACME server or the account of a certificate.",
          "Obtain it anew with 'certbot certonly --cert-name " + lineage.name() + "'.");
    }
  }

  /** The wanted options as for a dry run: at the test server, if the CA is the usual one. */
  private static Settings rehearsing(Settings wanted) {
    Settings rehearsal =
        wanted
            .with(DecisionOptions.DRY_RUN, true, Origin.DERIVED)
            .with(DecisionOptions.BREAK_MY_CERTS, true, Origin.DERIVED);
    if (!wanted.get(PathOptions.SERVER).equals(AcmeServer.PRODUCTION)) {
      return rehearsal;
    }
    // Whoever has an account with the CA has agreed to its terms, which its test server shares.
    return rehearsal
        .with(PathOptions.SERVER, AcmeServer.STAGING, Origin.DERIVED)
        .with(AccountOptions.TOS, true, Origin.DERIVED)
        .with(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL, true, Origin.DERIVED)
        .without(AccountOptions.ACCOUNT);
  }

  /** The wanted options with the plugins that the rehearsal really used. */
  private static Settings asKept(Settings wanted, Attempt rehearsal) {
    return Issuer.withChoices(rehearsal.settings(), rehearsal)
        .with(PathOptions.SERVER, wanted.get(PathOptions.SERVER), Origin.DERIVED)
        .with(
            AccountOptions.ACCOUNT,
            wanted.find(AccountOptions.ACCOUNT).orElse(rehearsal.account().stored().id()),
            Origin.DERIVED);
  }

  private void save(Lineage lineage, LineageStore lineages, Settings kept) {
    StoredParams now = params.toStore(kept);
    if (now.equals(lineage.params())) {
      display.line("No changes were made to the renewal configuration of " + lineage.name() + ".");
      return;
    }
    lineages.saveConf(lineage, now);
    display.line(
        "The renewal configuration of "
            + lineage.name()
            + " was updated. Its next renewal uses the new options.");
  }
}
