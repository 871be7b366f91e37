package io.github.certbot4j.dns.rfc2136;

import io.github.certbot4j.dns.http.Patience;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.io.IoClientFactory;
import org.xbill.DNS.io.TcpIoClient;
import org.xbill.DNS.io.UdpIoClient;

/**
 * Sends messages to the server, at the first of its addresses that answers. What got no answer, or
 * SERVFAIL, is sent again: every message that is sent here can be repeated without harm.
 */
final class ServerConnection {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ServerSettings settings;
  private final Patience patience;

  ServerConnection(ServerSettings settings, Patience patience) {
    this.settings = settings;
    this.patience = patience;
  }

  /** A question: by TCP, and by UDP if the server doesn't answer that. */
  Message ask(Message query, boolean signed) {
    return send(query, signed, true);
  }

  /** An update: by TCP only, and signed. */
  Message update(Message update) {
    return send(update, true, false);
  }

  private Message send(Message message, boolean signed, boolean udpToo) {
    Patience.Round round = patience.round();
    while (true) {
      try {
        Message answer = attempt(message, signed, udpToo);
        if (answer.getRcode() != Rcode.SERVFAIL || !round.again()) {
          return answer;
        }
      } catch (IOException e) {
        if (!round.again()) {
          throw new DnsTroubleException(
              DnsTrouble.of(
                  Kind.UNAVAILABLE,
                  "the name server "
                      + settings.host()
                      + ", port "
                      + settings.port()
                      + ", does not answer"
                      + (udpToo ? "" : " over TCP")),
              e);
        }
      }
    }
  }

  private Message attempt(Message message, boolean signed, boolean udpToo) throws IOException {
    IOException first = null;
    for (InetAddress address : addresses()) {
      for (boolean tcp : udpToo ? new boolean[] {true, false} : new boolean[] {true}) {
        try {
          return exchange(address, message, signed, tcp);
        } catch (IOException e) {
          first = first == null ? e : first;
        }
      }
    }
    throw first == null ? new IOException("no address") : first;
  }

  private InetAddress[] addresses() {
    try {
      return InetAddress.getAllByName(settings.host());
    } catch (UnknownHostException e) {
      throw new DnsTroubleException(
          DnsTrouble.of(
                  Kind.UNAVAILABLE, "the name of the server, " + settings.host() + ", is unknown")
              .withHint("Is dns_rfc2136_server right?"),
          e);
    }
  }

  private Message exchange(InetAddress address, Message message, boolean signed, boolean tcp)
      throws IOException {
    SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(address, settings.port()));
    resolver.setTCP(tcp);
    if (tcp) {
      resolver.setIoClientFactory(new TcpOnly());
    }
    resolver.setTimeout(TIMEOUT);
    if (signed) {
      resolver.setTSIGKey(settings.key());
    }
    return resolver.send(message.clone());
  }

  private static final class TcpOnly implements IoClientFactory {

    @Override
    public TcpIoClient createOrGetTcpClient() {
      return new OwnConnections();
    }

    @Override
    public UdpIoClient createOrGetUdpClient() {
      throw new IllegalStateException("an update, or a question that goes by TCP first");
    }
  }
}
