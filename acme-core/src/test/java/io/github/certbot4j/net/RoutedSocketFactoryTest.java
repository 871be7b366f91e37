package io.github.certbot4j.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

final class RoutedSocketFactoryTest {

  private final RoutedSocketFactory factory =
      new RoutedSocketFactory(
          TlsSockets.trusting(new TlsTrust(false, Optional.empty())), Route.direct());

  @Test
  void a_connected_socket_can_be_asked_for_at_once() throws IOException {
    try (StubServer server = StubServer.secure(TestTls.forHost("h").context(), "localhost");
        SSLSocket socket = (SSLSocket) factory.createSocket("127.0.0.1", server.port())) {
      socket.startHandshake();

      assertThat(socket.getSession().getPeerCertificates()).hasSize(1);
    }
  }

  @Test
  void closing_the_factory_ends_its_connections() throws IOException {
    try (StubServer server = StubServer.secure(TestTls.forHost("h").context(), "localhost");
        Socket socket = factory.createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      factory.close();

      assertThat(socket.isClosed()).isTrue();
    }
  }

  @Test
  void every_address_of_a_host_is_tried() throws IOException {
    InetAddress closed = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    InetAddress open = InetAddress.getLoopbackAddress();
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, open)) {
      port = server.getLocalPort();
      try (Socket socket = Route.dialAny(new InetAddress[] {closed, open}, port, 5000)) {
        assertThat(socket.getInetAddress()).isEqualTo(open);
      }
    }

    assertThatThrownBy(() -> Route.dialAny(new InetAddress[] {closed, open}, port, 5000))
        .isInstanceOf(ConnectException.class);
    assertThatThrownBy(() -> Route.dialAny(new InetAddress[0], port, 5000))
        .hasMessageContaining("no address");
  }

  @Test
  void a_socket_that_did_not_connect_has_no_streams() throws IOException {
    try (Socket socket = factory.createSocket()) {
      assertThat(socket.isConnected()).isFalse();
      assertThatThrownBy(socket::getInputStream).isInstanceOf(SocketException.class);
    }
  }
}
