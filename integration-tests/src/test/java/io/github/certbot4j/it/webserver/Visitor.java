package io.github.certbot4j.it.webserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Looks at sites on the loopback device as a browser does, but follows no redirect and takes every
 * certificate: tests judge what is shown.
 */
public final class Visitor {
  private static final int LIMIT_MILLIS = 20_000;

  private final String address;
  private final int httpPort;
  private final int httpsPort;

  private Visitor(String address, int httpPort, int httpsPort) {
    this.address = address;
    this.httpPort = httpPort;
    this.httpsPort = httpsPort;
  }

  /** One who uses the ports of the web. */
  public static Visitor ofTheWeb() {
    return new Visitor("127.0.0.1", WebPorts.HTTP, WebPorts.HTTPS);
  }

  /** The same by IP version 6. */
  public Visitor byIpv6() {
    return new Visitor("::1", httpPort, httpsPort);
  }

  public Visitor at(int plainPort, int tlsPort) {
    return new Visitor(address, plainPort, tlsPort);
  }

  public Page http(String host, String path) {
    try (Socket socket = connect(httpPort)) {
      return Page.of(exchange(socket, host, path), List.of(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the host also as the name that TLS is asked for. */
  public Page https(String host, String path) {
    try (Socket plain = connect(httpsPort);
        SSLSocket socket =
            (SSLSocket) trusting().getSocketFactory().createSocket(plain, host, httpsPort, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(host)));
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      List<X509Certificate> chain =
          Stream.of(socket.getSession().getPeerCertificates())
              .map(X509Certificate.class::cast)
              .toList();
      String protocol = socket.getSession().getProtocol();
      return Page.of(exchange(socket, host, path), chain, protocol);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(LIMIT_MILLIS);
    socket.connect(new InetSocketAddress(address, port), LIMIT_MILLIS);
    return socket;
  }

  private static byte[] exchange(Socket socket, String host, String path) throws IOException {
    String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.formatted(path, host).getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket.getInputStream().readAllBytes();
  }

  private static SSLContext trusting() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anybody()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new IllegalStateException("no client certificates here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      // Tests look at the chain themselves.
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
