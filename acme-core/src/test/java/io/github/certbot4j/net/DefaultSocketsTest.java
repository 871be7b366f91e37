package io.github.certbot4j.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class DefaultSocketsTest {

  /** What trusts anyone must not become what code uses that asks for nothing in particular. */
  @Test
  void whoever_asks_for_nothing_in_particular_gets_the_runtimes_own() throws Exception {
    TlsSockets.trusting(new TlsTrust(false, Optional.empty()));

    SSLSocketFactory inForce = HttpsURLConnection.getDefaultSSLSocketFactory();

    assertThat(inForce).isInstanceOf(DefaultSockets.class);
    assertThat(inForce.getSupportedCipherSuites()).isEqualTo(runtimes().getSupportedCipherSuites());
    assertThat(inForce.getDefaultCipherSuites()).isEqualTo(runtimes().getDefaultCipherSuites());
    assertThat(inForce.createSocket()).isInstanceOf(SSLSocket.class);
  }

  @Test
  void they_trust_whom_the_runtime_trusts() throws Exception {
    TlsSockets.trusting(new TlsTrust(false, Optional.empty()));
    try (StubServer server =
        StubServer.secure(TestTls.forHost("localhost").context(), "localhost")) {
      URL url = URI.create(server.url("/")).toURL();

      assertThatThrownBy(() -> ((HttpURLConnection) url.openConnection()).getResponseCode())
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  private static SSLSocketFactory runtimes() throws NoSuchAlgorithmException {
    return SSLContext.getDefault().getSocketFactory();
  }
}
