package io.github.certbot4j.dns.rfc2136;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.TcpIoClient;

/**
 * Sends every message over a TCP connection of its own, in the calling thread. dnsjava keeps one
 * connection for all, served by another thread; with several orders under way on a busy machine an
 * update was seen to get no answer there, which costs everybody the whole time limit.
 */
final class OwnConnections implements TcpIoClient {

  @Override
  public CompletableFuture<byte[]> sendAndReceiveTcp(
      InetSocketAddress local,
      InetSocketAddress remote,
      Message query,
      byte[] data,
      Duration timeout) {
    try (Socket socket = new Socket()) {
      return CompletableFuture.completedFuture(
          exchange(socket, remote, data, Math.toIntExact(timeout.toMillis())));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Messages have their length in front (RFC 1035 section 4.2.2). */
  private static byte[] exchange(Socket socket, InetSocketAddress remote, byte[] data, int millis)
      throws IOException {
    socket.connect(remote, millis);
    socket.setSoTimeout(millis);
    socket
        .getOutputStream()
        .write(
            ByteBuffer.allocate(Short.BYTES + data.length)
                .putShort((short) data.length)
                .put(data)
                .array());
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] answer = new byte[in.readUnsignedShort()];
    in.readFully(answer);
    return answer;
  }
}
