package io.github.certbot4j.dns.lookup;

import io.github.certbot4j.spi.Environment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;

/**
 * Asks DNS servers: the resolvers of this machine, and name servers directly. The environment
 * variable {@code CERTBOT_DNS_RESOLVER} (address and port with a colon between) names another
 * resolver, and the port at which all name servers are asked; it is meant for tests.
 */
public final class DnsClient {

  private static final Logger LOG = LoggerFactory.getLogger(DnsClient.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final String VARIABLE = "CERTBOT_DNS_RESOLVER";

  private final List<InetSocketAddress> resolvers;
  private final int port;

  private DnsClient(List<InetSocketAddress> resolvers, int port) {
    this.resolvers = List.copyOf(resolvers);
    this.port = port;
  }

  /** A client for this machine; sends nothing yet. */
  public static DnsClient of(Environment environment) {
    Optional<String> other = environment.variable(VARIABLE).filter(text -> !text.isEmpty());
    if (other.isPresent()) {
      int colon = other.get().lastIndexOf(':');
      int port = Integer.parseInt(other.get().substring(colon + 1));
      String host = other.get().substring(0, colon);
      return new DnsClient(List.of(new InetSocketAddress(host, port)), port);
    }
    return new DnsClient(ResolverConfig.getCurrentConfig().servers(), SimpleResolver.DEFAULT_PORT);
  }

  /** Where a name server with this address is asked. */
  InetSocketAddress nameServer(InetAddress address) {
    return new InetSocketAddress(address, port);
  }

  /** What the first resolver that knows says; empty if none answers. */
  Optional<Message> askResolver(Name name, int type) {
    for (InetSocketAddress resolver : resolvers) {
      Map<InetSocketAddress, Message> answers = ask(List.of(resolver), query(name, type, true));
      for (Message answer : answers.values()) {
        if (answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN) {
          return Optional.of(answer);
        }
      }
    }
    return Optional.empty();
  }

  /** What name servers say of their own knowledge, all at once; those that don't answer lack. */
  Map<InetSocketAddress, Message> askNameServers(
      Collection<InetSocketAddress> servers, Name name, int type) {
    return ask(servers, query(name, type, false));
  }

  /** A full name without its final dot, as dnsjava has it; empty if it isn't one. */
  static Optional<Name> name(String text) {
    try {
      return Optional.of(Name.fromString(text, Name.root));
    } catch (TextParseException e) {
      return Optional.empty();
    }
  }

  private static Message query(Name name, int type, boolean recursive) {
    Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
    if (!recursive) {
      query.getHeader().unsetFlag(Flags.RD);
    }
    return query;
  }

  private static Map<InetSocketAddress, Message> ask(
      Collection<InetSocketAddress> servers, Message query) {
    Map<InetSocketAddress, Message> answers = send(servers, query, false);
    List<InetSocketAddress> silent = new ArrayList<>(servers);
    silent.removeAll(answers.keySet());
    if (!silent.isEmpty()) {
      answers.putAll(send(silent, query, true));
    }
    return answers;
  }

  private static Map<InetSocketAddress, Message> send(
      Collection<InetSocketAddress> servers, Message query, boolean tcp) {
    Map<InetSocketAddress, CompletableFuture<Message>> pending = new LinkedHashMap<>();
    for (InetSocketAddress server : servers) {
      SimpleResolver resolver = new SimpleResolver(server);
      resolver.setTimeout(TIMEOUT);
      resolver.setTCP(tcp);
      pending.put(server, resolver.sendAsync(query.clone()).toCompletableFuture());
    }
    Map<InetSocketAddress, Message> answers = new LinkedHashMap<>();
    pending.forEach(
        (server, answer) -> {
          try {
            answers.put(server, answer.join());
          } catch (CompletionException e) {
            LOG.debug("{} does not answer: {}", server, String.valueOf(e.getCause()));
          }
        });
    return answers;
  }
}
