package io.github.certbot4j.dns.contract;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/**
 * DNS servers for the zones of a fake service, all at one port: a resolver at 127.0.0.1 that knows
 * everything at once, and name servers at other loopback addresses, which may be slower to show
 * records.
 */
public final class ZoneServer implements AutoCloseable {

  private static final String RESOLVER = "127.0.0.1";
  private static final int ATTEMPTS = 20;

  private final List<FakeZones> zones;
  private final Map<String, Predicate<FakeRecord>> nameServers = new LinkedHashMap<>();
  private final List<Closeable> sockets = new ArrayList<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private int port;

  /** Shows the zones of one or several services; of two zones of one name the first counts. */
  public ZoneServer(FakeZones... zones) {
    this.zones = List.of(zones);
  }

  /** Adds a name server of all zones that shows only some of the TXT records. */
  public ZoneServer nameServer(String address, Predicate<FakeRecord> shown) {
    nameServers.put(address, shown);
    return this;
  }

  /** Starts all servers, at a port that is free on all addresses. */
  public ZoneServer start() {
    for (int attempt = 1; ; attempt++) {
      try {
        bind();
        return this;
      } catch (BindException e) {
        release();
        if (attempt == ATTEMPTS) {
          throw new UncheckedIOException(e);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void bind() throws IOException {
    try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(loopback(), 0))) {
      port = probe.getLocalPort();
    }
    listen(RESOLVER, new ZoneAnswers(zones, nameServers.keySet(), record -> true, true));
    for (Map.Entry<String, Predicate<FakeRecord>> entry : nameServers.entrySet()) {
      listen(entry.getKey(), new ZoneAnswers(zones, nameServers.keySet(), entry.getValue(), false));
    }
  }

  /** Address and port of the resolver. */
  public String resolver() {
    return RESOLVER + ":" + port;
  }

  /** The port of all servers. */
  public int port() {
    return port;
  }

  /** What was asked so far: the server's address, the name and the type. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  private void listen(String address, ZoneAnswers answers) throws IOException {
    DatagramSocket udp = new DatagramSocket(new InetSocketAddress(address, port));
    sockets.add(udp);
    ServerSocket tcp = new ServerSocket(port, 50, InetAddress.getByName(address));
    sockets.add(tcp);
    threads.execute(() -> serveUdp(address, udp, answers));
    threads.execute(() -> serveTcp(address, tcp, answers));
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  private byte[] answer(String address, byte[] query, ZoneAnswers answers) throws IOException {
    Message message = new Message(query);
    questions.add(
        address
            + " "
            + message.getQuestion().getName().toString(true)
            + " "
            + Type.string(message.getQuestion().getType()));
    return answers.to(message).toWire();
  }

  private void serveUdp(String address, DatagramSocket socket, ZoneAnswers answers) {
    byte[] buffer = new byte[4096];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        byte[] answer = answer(address, Arrays.copyOf(buffer, packet.getLength()), answers);
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        // Closed, or a malformed query: the next one counts.
      }
    }
  }

  private void serveTcp(String address, ServerSocket server, ZoneAnswers answers) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept();
          DataInputStream in = new DataInputStream(socket.getInputStream());
          DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
        byte[] answer = answer(address, in.readNBytes(in.readUnsignedShort()), answers);
        out.writeShort(answer.length);
        out.write(answer);
      } catch (IOException e) {
        // Closed, or a client that went away.
      }
    }
  }

  @Override
  public void close() {
    release();
    threads.shutdownNow();
  }

  private void release() {
    for (Closeable socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    sockets.clear();
  }
}
