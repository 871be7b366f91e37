package io.github.certbot4j.dns.google;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import io.github.certbot4j.net.ConnectionOpener;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.TlsTrust;
import io.github.certbot4j.spi.Environment;
import java.net.HttpURLConnection;
import java.net.URI;

/** The library's way to the network: by the same proxies and root certificates as all else. */
final class GoogleTransport implements HttpTransportFactory {

  private final ConnectionOpener opener;

  GoogleTransport(Environment environment) {
    this.opener =
        new ConnectionOpener(ProxySettings.of(environment), TlsTrust.of(environment, true));
  }

  @Override
  public HttpTransport create() {
    return new NetHttpTransport.Builder()
        .setConnectionFactory(
            target -> {
              HttpURLConnection connection = opener.open(URI.create(target.toString()));
              connection.setInstanceFollowRedirects(false);
              return connection;
            })
        .build();
  }
}
