package io.github.certbot4j.apache.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.webserver.PortHolders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PortProbeTest {

  private static final OptionalLong NOT_RUNNING = OptionalLong.empty();

  @Test
  void a_port_that_the_server_itself_has_from_before_is_no_obstacle() throws IOException {
    try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> listens = List.of(String.valueOf(own.getLocalPort()));
      OptionalLong server = OptionalLong.of(ProcessHandle.current().pid());
      assertThatCode(() -> new PortProbe().requireFree(List.of(), listens, server))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void a_port_that_somebody_has_is_found_at_the_machine() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(other.getLocalPort());
      for (String listen : List.of(port, "127.0.0.1:" + port, "*:" + port)) {
        assertThatThrownBy(
                () ->
                    new PortProbe().requireFree(List.of("80"), List.of("80", listen), NOT_RUNNING))
            .isInstanceOf(FailureException.class)
            .hasMessageContaining("port " + port);
      }
    }
  }

  @Test
  void what_the_server_has_itself_is_not_tried() {
    PortProbe probe = new PortProbe(listen -> true, new PortHolders(Path.of("/nonexistent")));
    assertThatCode(
            () ->
                probe.requireFree(
                    List.of("80", "443"), List.of("443", "127.0.0.1:80"), NOT_RUNNING))
        .doesNotThrowAnyException();
  }

  @Test
  void nonsense_is_for_the_servers_own_test() {
    assertThatCode(
            () ->
                new PortProbe()
                    .requireFree(List.of(), List.of("x", "::::", "1.2.3.4:http"), NOT_RUNNING))
        .doesNotThrowAnyException();
  }
}
