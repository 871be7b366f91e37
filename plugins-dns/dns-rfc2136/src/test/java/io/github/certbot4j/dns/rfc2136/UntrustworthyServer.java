package io.github.certbot4j.dns.rfc2136;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

/** A name server over TCP that holds every zone, and says yes to updates without a signature. */
final class UntrustworthyServer implements AutoCloseable {

  private final ServerSocket server;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final TSIG signer;
  private final boolean signs;

  /** One that doesn't sign at all. */
  static UntrustworthyServer unsigned() {
    return new UntrustworthyServer(false, "c2VjcmV0");
  }

  /** One that signs with a key of its own. */
  static UntrustworthyServer signingWith(String secret) {
    return new UntrustworthyServer(true, secret);
  }

  private UntrustworthyServer(boolean signs, String secret) {
    try {
      this.signs = signs;
      this.signer = new TSIG(TSIG.HMAC_SHA256, "key.", secret);
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.execute(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept();
          DataInputStream in = new DataInputStream(socket.getInputStream());
          DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
        byte[] answer = answer(new Message(in.readNBytes(in.readUnsignedShort())));
        out.writeShort(answer.length);
        out.write(answer);
      } catch (IOException e) {
        // Closed, or a client that went away.
      }
    }
  }

  private byte[] answer(Message query) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.AA);
    answer.getHeader().setOpcode(query.getHeader().getOpcode());
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    Name name = query.getQuestion().getName();
    if (query.getHeader().getOpcode() == Opcode.QUERY
        && query.getQuestion().getType() == Type.SOA
        && name.labels() == 3) {
      answer.addRecord(
          new SOARecord(name, DClass.IN, 60, name, name, 1, 1, 1, 1, 1), Section.ANSWER);
    }
    if (signs && query.getTSIG() != null) {
      answer.setTSIG(signer, 0, query.getTSIG());
    }
    return answer.toWire(Message.MAXLENGTH);
  }

  @Override
  public void close() throws IOException {
    server.close();
    thread.shutdownNow();
  }
}
