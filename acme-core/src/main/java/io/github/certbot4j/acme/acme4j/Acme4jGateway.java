package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.acme.AcmeAccount;
import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.acme.DirectoryMeta;
import io.github.certbot4j.acme.Registration;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.net.ConnectionOpener;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Metadata;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.Resource;

/** The gateway to one server. */
final class Acme4jGateway implements AcmeGateway {

  private final Exchange exchange;
  private final ConnectionOpener opener;
  private final Clock clock;

  Acme4jGateway(Exchange exchange, ConnectionOpener opener, Clock clock) {
    this.exchange = exchange;
    this.opener = opener;
    this.clock = clock;
  }

  @Override
  public DirectoryMeta meta() {
    return exchange.attempt(
        () -> {
          Session session = exchange.session();
          // A server without this is none of ACME's, whatever metadata it has.
          session.resourceUrl(Resource.NEW_ACCOUNT);
          Metadata metadata = session.getMetadata();
          return new DirectoryMeta(
              metadata.getTermsOfService(),
              metadata.isExternalAccountRequired(),
              profiles(metadata),
              session.resourceUrlOptional(Resource.RENEWAL_INFO).isPresent());
        });
  }

  private static Map<String, String> profiles(Metadata metadata) {
    Map<String, String> profiles = new TreeMap<>();
    for (String name : metadata.getProfiles()) {
      profiles.put(name, metadata.getProfileDescription(name).orElse(""));
    }
    return profiles;
  }

  @Override
  public URI register(Registration registration) {
    AccountBuilder builder = new AccountBuilder().useKeyPair(registration.key());
    registration.emails().forEach(email -> builder.addContact(Contacts.mailto(email)));
    if (registration.termsAgreed()) {
      builder.agreeToTermsOfService();
    }
    registration
        .binding()
        .ifPresent(
            binding ->
                builder
                    .withKeyIdentifier(binding.kid(), BindingKey.of(binding))
                    .withMacAlgorithm(binding.algorithm()));
    return locationOf(builder);
  }

  @Override
  public URI findAccount(KeyPair key) {
    return locationOf(new AccountBuilder().useKeyPair(key).onlyExisting());
  }

  private URI locationOf(AccountBuilder builder) {
    return exchange.attempt(
        () -> URI.create(builder.create(exchange.session()).getLocation().toString()));
  }

  @Override
  public AcmeAccount account(KeyPair key, URI location) {
    return new Acme4jAccount(exchange, exchange.session().login(url(location), key), clock);
  }

  static URL url(URI location) {
    try {
      return location.toURL();
    } catch (MalformedURLException | IllegalArgumentException e) {
      throw new FailureException(
          FailureException.storage("'" + location + "' is not a URL of an ACME server.", "")
              .failure(),
          e);
    }
  }

  @Override
  public void revoke(KeyPair certificateKey, byte[] certificate, int reason) {
    exchange.send(
        exchange.resource(Resource.REVOKE_CERT),
        Acme4jAccount.revocation(certificate, reason),
        certificateKey);
  }

  @Override
  public void close() {
    opener.close();
  }
}
