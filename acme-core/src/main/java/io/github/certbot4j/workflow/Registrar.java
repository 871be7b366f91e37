package io.github.certbot4j.workflow;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.acme.Registration;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.model.KeySpec;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/** Registers new accounts, with all that the user has to say to it. */
public final class Registrar {

  private final Gateways gateways;
  private final Display display;
  private final EmailQuestion emailQuestion;

  public Registrar(Gateways gateways, Display display) {
    this.gateways = gateways;
    this.display = display;
    this.emailQuestion = new EmailQuestion(display);
  }

  /**
   * Registers an account with a new key and stores it, but not before the server accepted it.
   *
   * @throws FailureException when the user or the server declines
   */
  Account register(AccountStore accounts, Settings settings) {
    Optional<Registration.ExternalBinding> binding = binding(settings);
    KeySpec keySpec = KeyChooser.rsa(settings);
    List<String> emails = emails(settings);
    AcmeGateway gateway = gateways.to(settings);
    boolean agreed = agreeToTerms(gateway, settings);
    if (gateway.meta().externalAccountRequired() && binding.isEmpty()) {
      throw FailureException.rejected(
          "The CA registers only accounts that are bound to one you have with it already.",
          "Give --eab-kid and --eab-hmac-key as the CA told you them.");
    }
    KeyPair key = KeyPairs.generate(keySpec);
    Registration registration = new Registration(key, emails, agreed, binding);
    URI location = send(gateway, registration);
    AcmeServer server = settings.get(PathOptions.SERVER);
    Account account = accounts.create(server, key, location);
    display.line("Account registered.");
    if (!emails.isEmpty()) {
      return accounts.consentToEff(account, effConsent(settings) ? emails.get(0) : "");
    }
    return account;
  }

  private URI send(AcmeGateway gateway, Registration registration) {
    try {
      return gateway.register(registration);
    } catch (FailureException e) {
      if (!isAboutContact(e.failure()) || !display.isInteractive()) {
        throw e;
      }
      display.line(e.getMessage());
      List<String> corrected = emailQuestion.ask(true);
      return send(
          gateway,
          new Registration(
              registration.key(), corrected, registration.termsAgreed(), registration.binding()));
    }
  }

  private static boolean isAboutContact(Failure failure) {
    return failure instanceof Failure.Refused refused
        && List.of("invalidContact", "invalidEmail", "unsupportedContact")
            .contains(refused.problem().type());
  }

  /** A rehearsal leaves an account behind at a test server, which needs nobody's address. */
  private List<String> emails(Settings settings) {
    if (settings.get(DecisionOptions.DRY_RUN)) {
      return List.of();
    }
    Optional<String> given = settings.find(AccountOptions.EMAIL).filter(text -> !text.isEmpty());
    if (given.isPresent()) {
      return EmailQuestion.split(given.get());
    }
    return settings.get(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL)
        ? List.of()
        : emailQuestion.ask(true);
  }

  private boolean agreeToTerms(AcmeGateway gateway, Settings settings) {
    Optional<URI> terms = gateway.meta().termsOfService();
    if (terms.isEmpty()) {
      return false;
    }
    boolean agreed =
        settings.get(AccountOptions.TOS)
            || display.yesNo(
                Question.forced(
                    "The CA's terms of service are at "
                        + terms.get()
                        + ". You must agree to them to register. Do you?",
                    "--agree-tos"),
                "Yes",
                "No",
                Optional.empty());
    if (!agreed) {
      throw FailureException.rejected(
          "Unable to register an account with the ACME server: its terms of service were not"
              + " agreed to.",
          "Read them at " + terms.get() + ".");
    }
    return true;
  }

  boolean effConsent(Settings settings) {
    Optional<Boolean> given = settings.find(AccountOptions.EFF_EMAIL);
    return given.isPresent()
        ? given.get()
        : display.yesNo(
            Question.atTerminal(
                "May your e-mail address be given to the Electronic Frontier Foundation, the"
                    + " founder of Let's Encrypt and maker of the original Certbot? It would write"
                    + " to you about its work on digital rights.",
                "--eff-email"),
            "Yes",
            "No",
            Optional.of(false));
  }

  private static Optional<Registration.ExternalBinding> binding(Settings settings) {
    Optional<String> kid = settings.find(AccountOptions.EAB_KID);
    Optional<String> key = settings.find(AccountOptions.EAB_HMAC_KEY);
    if (kid.isPresent() != key.isPresent()) {
      throw FailureException.rejected(
          "An external account binding takes both --eab-kid and --eab-hmac-key.",
          "Give the one that is missing.");
    }
    return kid.map(
        id ->
            new Registration.ExternalBinding(
                id, key.get(), settings.get(AccountOptions.EAB_HMAC_ALG)));
  }
}
