package io.github.certbot4j.dns.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.contract.FakeZones;
import io.github.certbot4j.dns.contract.ZoneServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

final class DnsClientTest {

  private static final String SECOND = "127.0.0.2";
  private static final Name NAME = DnsClient.name("example.com").orElseThrow();

  @Test
  void a_resolver_that_is_silent_is_asked_twice_and_then_left_alone() throws IOException {
    try (DatagramSocket hole = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      DnsClient client =
          new DnsClient(List.of(address(hole.getLocalPort())), 53, Duration.ofMillis(200));
      for (int i = 0; i < 5; i++) {
        assertThat(client.askResolver(NAME, Type.NS)).isEmpty();
      }
      assertThat(packets(hole)).isEqualTo(2);
    }
  }

  @Test
  void behind_a_silent_resolver_the_next_is_asked() throws IOException {
    FakeZones zones = new FakeZones();
    zones.add("example.com");
    try (DatagramSocket hole = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        ZoneServer servers = new ZoneServer(zones).nameServer(SECOND, record -> true).start()) {
      DnsClient client =
          new DnsClient(
              List.of(address(hole.getLocalPort()), address(servers.port())),
              servers.port(),
              Duration.ofMillis(500));
      assertThat(client.askResolver(NAME, Type.NS)).isPresent();
      assertThat(new AuthorityFinder(client).find(NAME).map(Authority::servers))
          .contains(List.of(new InetSocketAddress(SECOND, servers.port())));
    }
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static int packets(DatagramSocket socket) throws IOException {
    socket.setSoTimeout(50);
    int count = 0;
    while (true) {
      try {
        socket.receive(new DatagramPacket(new byte[512], 512));
        count++;
      } catch (SocketTimeoutException e) {
        return count;
      }
    }
  }
}
