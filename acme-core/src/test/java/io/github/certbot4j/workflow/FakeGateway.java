package io.github.certbot4j.workflow;

import io.github.certbot4j.acme.AcmeAccount;
import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.acme.DirectoryMeta;
import io.github.certbot4j.acme.Registration;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.order.FakeCa;
import java.net.URI;
import java.security.KeyPair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gateway to a CA in memory. */
final class FakeGateway implements AcmeGateway {

  final FakeCa ca;
  final List<Registration> registrations = new ArrayList<>();
  final Deque<FailureException> refusals = new ArrayDeque<>();
  final List<KeyPair> revokingKeys = new ArrayList<>();
  DirectoryMeta meta = new DirectoryMeta(Optional.empty(), false, Map.of(), false);
  boolean closed;

  FakeGateway(FakeCa ca) {
    this.ca = ca;
  }

  @Override
  public DirectoryMeta meta() {
    return meta;
  }

  @Override
  public URI register(Registration registration) {
    registrations.add(registration);
    if (!refusals.isEmpty()) {
      throw refusals.remove();
    }
    return URI.create("https://ca.test/account/" + registrations.size());
  }

  @Override
  public URI findAccount(KeyPair key) {
    return ca.location();
  }

  @Override
  public AcmeAccount account(KeyPair key, URI location) {
    return ca;
  }

  @Override
  public void revoke(KeyPair certificateKey, byte[] certificate, int reason) {
    revokingKeys.add(certificateKey);
    ca.events().add("revoke by key " + reason);
  }

  @Override
  public void close() {
    closed = true;
  }
}
