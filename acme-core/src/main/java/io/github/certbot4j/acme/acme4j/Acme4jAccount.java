package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.acme.AcmeAccount;
import io.github.certbot4j.acme.AcmeOrder;
import io.github.certbot4j.crypto.AccountKeys;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.OrderBuilder;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.toolbox.JSON;
import org.shredzone.acme4j.toolbox.JSONBuilder;

/** An account, and the requests that it signs. */
final class Acme4jAccount implements AcmeAccount {

  private final Exchange exchange;
  private final Login login;
  private final Clock clock;

  Acme4jAccount(Exchange exchange, Login login, Clock clock) {
    this.exchange = exchange;
    this.login = login;
    this.clock = clock;
  }

  @Override
  public URI location() {
    return URI.create(login.getAccountLocation().toString());
  }

  @Override
  public AcmeOrder newOrder(List<DomainName> names, Optional<String> profile) {
    OrderBuilder builder = login.newOrder();
    names.forEach(name -> builder.domain(name.ascii()));
    profile.ifPresent(
        wanted -> {
          requireProfile(wanted);
          builder.profile(wanted);
        });
    Order order = exchange.attempt(builder::create);
    return order(order.getLocation().toString(), order.getJSON());
  }

  private void requireProfile(String wanted) {
    Set<String> offered =
        new TreeSet<>(exchange.attempt(exchange.session()::getMetadata).getProfiles());
    if (!offered.contains(wanted)) {
      throw FailureException.rejected(
          "The CA does not offer the certificate profile '" + wanted + "'.",
          offered.isEmpty() ? "It offers none." : "It offers " + String.join(", ", offered) + ".");
    }
  }

  @Override
  public AcmeOrder order(URI location) {
    return order(location.toString(), exchange.fetch(Acme4jGateway.url(location), login).json());
  }

  private AcmeOrder order(String location, JSON state) {
    AccountExchange signed =
        new AccountExchange(
            exchange, login, AccountKeys.thumbprint(login.getKeyPair().getPublic()), clock);
    return new Acme4jOrder(signed, Acme4jGateway.url(URI.create(location)), state);
  }

  @Override
  public List<String> contacts() {
    JSON account = exchange.fetch(login.getAccountLocation(), login).json();
    return exchange.attempt(
        () -> account.get("contact").asArray().stream().map(JSON.Value::asString).toList());
  }

  @Override
  public void updateContacts(List<String> emails) {
    List<String> contacts =
        emails.stream().map(email -> Contacts.mailto(email).toString()).toList();
    // Not acme4j's way, which can't send the empty list that removes all contacts.
    exchange.send(login.getAccountLocation(), new JSONBuilder().array("contact", contacts), login);
  }

  @Override
  public void deactivate() {
    exchange.send(
        login.getAccountLocation(), new JSONBuilder().put("status", "deactivated"), login);
  }

  @Override
  public void revoke(byte[] certificate, int reason) {
    exchange.send(exchange.resource(Resource.REVOKE_CERT), revocation(certificate, reason), login);
  }

  static JSONBuilder revocation(byte[] certificate, int reason) {
    return new JSONBuilder().putBase64("certificate", certificate).put("reason", reason);
  }

  @Override
  public RenewalWindow renewalInfo(byte[] certificate) {
    String identifier =
        CertificateView.ofDer(certificate)
            .renewalInfoIdentifier()
            .orElseThrow(
                () ->
                    FailureException.rejected(
                        "The certificate has no authority key identifier, so that its CA cannot be"
                            + " asked for renewal information.",
                        ""));
    String base =
        exchange
            .attempt(() -> exchange.session().resourceUrlOptional(Resource.RENEWAL_INFO))
            .orElseThrow(
                () -> FailureException.rejected("The CA gives no renewal information.", ""))
            .toString();
    URI location = URI.create(base.endsWith("/") ? base + identifier : base + "/" + identifier);
    Exchange.Answer answer = exchange.get(Acme4jGateway.url(location));
    return exchange.attempt(
        () -> {
          JSON window = answer.json().get("suggestedWindow").asObject();
          return new RenewalWindow(
              window.get("start").asInstant(), window.get("end").asInstant(), answer.retryAfter());
        });
  }
}
