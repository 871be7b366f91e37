package io.github.certbot4j.apache.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PortProbeTest {

  @Test
  void a_port_that_somebody_has_is_found_at_the_machine() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(other.getLocalPort());
      for (String listen : List.of(port, "127.0.0.1:" + port, "*:" + port)) {
        assertThatThrownBy(() -> new PortProbe().requireFree(List.of("80"), List.of("80", listen)))
            .isInstanceOf(FailureException.class)
            .hasMessageContaining("port " + port);
      }
    }
  }

  @Test
  void what_the_server_has_itself_is_not_tried() {
    PortProbe probe = new PortProbe(listen -> true);
    assertThatCode(() -> probe.requireFree(List.of("80", "443"), List.of("443", "127.0.0.1:80")))
        .doesNotThrowAnyException();
  }

  @Test
  void nonsense_is_for_the_servers_own_test() {
    assertThatCode(
            () -> new PortProbe().requireFree(List.of(), List.of("x", "::::", "1.2.3.4:http")))
        .doesNotThrowAnyException();
  }
}
