package io.github.certbot4j.dns.lookup;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Finds the name servers that are responsible for a name by following referrals from those of its
 * last two labels. The resolver is never asked for the name itself: it would remember that there is
 * no such record, and a CA that uses the same resolver would get to hear that.
 */
final class AuthorityFinder {

  private static final int MOST_REFERRALS = 12;

  private final DnsClient client;

  AuthorityFinder(DnsClient client) {
    this.client = client;
  }

  /** Who is responsible; empty if that can't be found out from here. */
  Optional<Authority> find(Name name) {
    Name zone = lastLabels(name, 2);
    Set<InetSocketAddress> servers = serversOf(zone);
    if (servers.isEmpty() && name.labels() > 2) {
      zone = lastLabels(name, 1);
      servers = serversOf(zone);
    }
    for (int i = 0; i < MOST_REFERRALS && !servers.isEmpty(); i++) {
      Optional<Message> answer = firstUseful(client.askNameServers(servers, name, Type.TXT));
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      Optional<Name> child = referral(answer.get(), zone, name);
      if (child.isEmpty()) {
        return Optional.of(new Authority(List.copyOf(servers), answer.get()));
      }
      zone = child.get();
      servers = addresses(nameServers(answer.get(), Section.AUTHORITY, zone), answer.get());
    }
    return Optional.empty();
  }

  /** The root counts as a label. */
  private static Name lastLabels(Name name, int count) {
    return new Name(name, Math.max(0, name.labels() - 1 - count));
  }

  private Set<InetSocketAddress> serversOf(Name zone) {
    Optional<Message> answer = client.askResolver(zone, Type.NS);
    return answer.isEmpty()
        ? Set.of()
        : addresses(nameServers(answer.get(), Section.ANSWER, zone), answer.get());
  }

  private static Optional<Message> firstUseful(Map<InetSocketAddress, Message> answers) {
    return answers.values().stream()
        .filter(answer -> answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN)
        .findFirst();
  }

  /** The zone further down that a server without an answer of its own points to. */
  private static Optional<Name> referral(Message answer, Name zone, Name name) {
    if (answer.getHeader().getFlag(Flags.AA) || !answer.getSection(Section.ANSWER).isEmpty()) {
      return Optional.empty();
    }
    return answer.getSection(Section.AUTHORITY).stream()
        .filter(NSRecord.class::isInstance)
        .map(Record::getName)
        .filter(child -> !child.equals(zone) && child.subdomain(zone) && name.subdomain(child))
        .findFirst();
  }

  private static List<Name> nameServers(Message message, int section, Name zone) {
    List<Name> names = new ArrayList<>();
    for (Record entry : message.getSection(section)) {
      if (entry instanceof NSRecord server && entry.getName().equals(zone)) {
        names.add(server.getTarget());
      }
    }
    return names;
  }

  private Set<InetSocketAddress> addresses(List<Name> names, Message message) {
    Set<InetSocketAddress> addresses = new LinkedHashSet<>();
    for (Name name : names) {
      List<InetAddress> found = addressesIn(message.getSection(Section.ADDITIONAL), name);
      if (found.isEmpty()) {
        for (int type : new int[] {Type.A, Type.AAAA}) {
          client
              .askResolver(name, type)
              .ifPresent(
                  answer -> found.addAll(addressesIn(answer.getSection(Section.ANSWER), name)));
        }
      }
      found.forEach(address -> addresses.add(client.nameServer(address)));
    }
    return addresses;
  }

  private static List<InetAddress> addressesIn(List<Record> entries, Name name) {
    List<InetAddress> addresses = new ArrayList<>();
    for (Record entry : entries) {
      if (entry instanceof ARecord a && entry.getName().equals(name)) {
        addresses.add(a.getAddress());
      }
      if (entry instanceof AAAARecord aaaa && entry.getName().equals(name)) {
        addresses.add(aaaa.getAddress());
      }
    }
    return addresses;
  }
}
