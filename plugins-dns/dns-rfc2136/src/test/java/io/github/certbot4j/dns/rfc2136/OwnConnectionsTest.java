package io.github.certbot4j.dns.rfc2136;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;

/** Messages over TCP as RFC 1035 section 4.2.2 frames them. */
final class OwnConnectionsTest {

  private static final byte[] QUERY = {1, 2, 3};

  private ServerSocket server;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void an_answer_that_comes_byte_by_byte_is_put_together() throws Exception {
    CompletableFuture<byte[]> received = answering(new byte[] {0, 4, 9, 8, 7, 6});

    assertThat(send().get(30, TimeUnit.SECONDS)).containsExactly(9, 8, 7, 6);
    assertThat(received.get(30, TimeUnit.SECONDS)).containsExactly(QUERY);
  }

  @Test
  void an_answer_that_is_cut_off_is_none() throws Exception {
    CompletableFuture<byte[]> received = answering(new byte[] {0, 4, 9, 8});

    assertThatThrownBy(() -> send().get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class);
    assertThat(received.get(30, TimeUnit.SECONDS)).containsExactly(QUERY);
  }

  @Test
  void a_server_that_says_nothing_is_given_up_after_the_time_limit() {
    assertThatThrownBy(() -> send(Duration.ofMillis(50)).get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class);
  }

  private CompletableFuture<byte[]> send() {
    return send(Duration.ofSeconds(30));
  }

  private CompletableFuture<byte[]> send(Duration timeout) {
    InetSocketAddress remote =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    return new OwnConnections().sendAndReceiveTcp(null, remote, new Message(), QUERY, timeout);
  }

  /** Accepts one connection; completes with what came in. */
  private CompletableFuture<byte[]> answering(byte[] bytes) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] query = in.readNBytes(in.readUnsignedShort());
            OutputStream out = socket.getOutputStream();
            for (byte each : bytes) {
              out.write(each);
            }
            return query;
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
