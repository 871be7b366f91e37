package io.github.certbot4j.dns.lookup;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Looks whether all name servers show the values that were published. */
public final class PropagationCheck {

  private final DnsClient client;
  private final AuthorityFinder finder;
  private final Map<String, List<InetSocketAddress>> servers = new HashMap<>();

  /**
   * What one look at all servers showed.
   *
   * @param reachable how many servers answered
   * @param unasked names whose servers can't be found or don't answer
   * @param missing what lacks, each as "SERVER lacks a value of NAME"
   */
  public record Findings(int reachable, List<String> unasked, List<String> missing) {

    /** Whether every name has a server that answered, and none lacks a value. */
    public boolean isComplete() {
      return unasked.isEmpty() && missing.isEmpty();
    }
  }

  public PropagationCheck(DnsClient client) {
    this.client = client;
    this.finder = new AuthorityFinder(client);
  }

  /**
   * Asks every server of every name.
   *
   * @param wanted the values by full names
   */
  public Findings look(Map<String, ? extends Collection<String>> wanted) {
    List<String> unasked = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int reachable = 0;
    for (Map.Entry<String, ? extends Collection<String>> entry : wanted.entrySet()) {
      Map<InetSocketAddress, Message> answers = answers(entry.getKey());
      int useful = 0;
      for (Map.Entry<InetSocketAddress, Message> answer : answers.entrySet()) {
        int code = answer.getValue().getRcode();
        if (code == Rcode.NOERROR || code == Rcode.NXDOMAIN) {
          useful++;
          if (!texts(answer.getValue()).containsAll(entry.getValue())) {
            missing.add(
                answer.getKey().getAddress().getHostAddress()
                    + " lacks a value of "
                    + entry.getKey());
          }
        }
      }
      reachable += useful;
      if (useful == 0) {
        unasked.add(entry.getKey());
      }
    }
    return new Findings(reachable, unasked, missing);
  }

  private Map<InetSocketAddress, Message> answers(String text) {
    Name name = DnsClient.name(text).orElse(Name.root);
    List<InetSocketAddress> known = servers.getOrDefault(text, List.of());
    if (known.isEmpty()) {
      known = finder.find(name).map(Authority::servers).orElse(List.of());
      servers.put(text, known);
    }
    return known.isEmpty() ? Map.of() : client.askNameServers(known, name, Type.TXT);
  }

  private static Set<String> texts(Message answer) {
    Set<String> texts = new HashSet<>();
    for (Record entry : answer.getSection(Section.ANSWER)) {
      if (entry instanceof TXTRecord text) {
        texts.add(String.join("", text.getStrings()));
      }
    }
    return texts;
  }
}
