package io.github.certbot4j.net;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes the factory of TLS sockets that trust as told. */
public final class TlsSockets {

  private TlsSockets() {}

  /**
   * Loads the roots.
   *
   * @throws io.github.certbot4j.model.FailureException if the bundle can't be used
   */
  public static SSLSocketFactory trusting(TlsTrust trust) {
    DefaultSockets.delay();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(trust), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot do TLS", e);
    }
  }

  private static TrustManager[] managers(TlsTrust trust) throws GeneralSecurityException {
    if (!trust.verify()) {
      return new TrustManager[] {new TrustingAnyone()};
    }
    Optional<KeyStore> roots = trust.caBundle().map(CaBundle::read);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    // Without a key store the factory takes the runtime's own roots.
    factory.init(roots.orElse(null));
    return factory.getTrustManagers();
  }
}
