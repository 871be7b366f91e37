package io.github.certbot4j.apache.vhost;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the virtual hosts that a name means; where that isn't plain, the user decides. */
public final class VirtualHostChooser {

  private static final String HTTPS_PORT = "443";

  private final Display display;

  public VirtualHostChooser(Display display) {
    this.display = display;
  }

  /**
   * The virtual hosts for a name, which may be a wildcard.
   *
   * @return at least one
   * @throws io.github.certbot4j.model.FailureException when there is none, the user chose none, or
   *     nobody is there to choose
   */
  public List<VirtualHost> choose(VirtualHosts hosts, DomainName domain) {
    if (domain.isWildcard()) {
      return chooseSeveral(hosts, domain);
    }
    Optional<VirtualHost> plain = hosts.bestFor(domain).or(hosts::onlyCandidate);
    return List.of(plain.isPresent() ? plain.get() : ask(hosts, domain));
  }

  private VirtualHost ask(VirtualHosts hosts, DomainName domain) {
    List<VirtualHost> candidates = hosts.editable();
    if (candidates.isEmpty()) {
      throw ApacheTrouble.of(
          "There is no virtual host in Apache's configuration that could serve " + domain + ".",
          "Add one that listens at port 80, with " + domain + " as its ServerName.");
    }
    List<String> entries = candidates.stream().map(HostLine::of).toList();
    Question question =
        Question.atTerminal(
            "No virtual host has the name "
                + domain
                + ". Which one is it for? To be found without a question, it needs a ServerName or"
                + " ServerAlias with this name.",
            "");
    if (!display.wouldAsk(question)) {
      throw ApacheTrouble.of(
          "No virtual host has the name " + domain + ", and several could serve it.",
          "Add it as ServerName or ServerAlias to the right one.");
    }
    int index =
        display
            .menu(question, entries, Optional.empty())
            .orElseThrow(
                () -> ApacheTrouble.of("No virtual host was chosen for " + domain + ".", ""));
    VirtualHost chosen = candidates.get(index);
    refuseConflict(hosts, chosen, domain);
    return chosen;
  }

  private static void refuseConflict(VirtualHosts hosts, VirtualHost chosen, DomainName domain) {
    if (chosen.isSsl()) {
      return;
    }
    List<Address> proposed =
        chosen.addresses().stream().map(address -> address.withPort(HTTPS_PORT)).toList();
    Optional<VirtualHost> other = hosts.conflicting(proposed);
    if (other.isPresent()) {
      throw ApacheTrouble.of(
          "A copy for HTTPS of the virtual host at "
              + chosen.place()
              + " would get into the way of the one at "
              + other.get().place()
              + ".",
          "Give the virtual host for " + domain + " a ServerName or ServerAlias.");
    }
  }

  private List<VirtualHost> chooseSeveral(VirtualHosts hosts, DomainName wildcard) {
    Map<String, VirtualHost> byEntry = new LinkedHashMap<>();
    for (VirtualHost host : preferringSsl(hosts, wildcard)) {
      byEntry.put(HostLine.severalLines(host), host);
    }
    if (byEntry.isEmpty()) {
      throw ApacheTrouble.of(
          "No virtual host has a name that " + wildcard + " stands for.",
          "Add such a name to the virtual hosts that are meant.");
    }
    Question question =
        Question.atTerminal(
            "Which virtual hosts are to use the certificate for " + wildcard + "?", "");
    if (!display.wouldAsk(question)) {
      throw ApacheTrouble.of(
          "Which virtual hosts " + wildcard + " is for must be chosen by a person.",
          "Run this at a terminal, or install for the single names.");
    }
    List<VirtualHost> chosen = new ArrayList<>();
    for (String entry :
        display
            .checklist(question, List.copyOf(byEntry.keySet()), Optional.empty())
            .orElse(List.of())) {
      chosen.add(byEntry.get(entry));
    }
    if (chosen.isEmpty()) {
      throw ApacheTrouble.of("No virtual host was chosen for " + wildcard + ".", "");
    }
    return chosen;
  }

  /** One for each name: rather that with TLS. */
  private static List<VirtualHost> preferringSsl(VirtualHosts hosts, DomainName wildcard) {
    Map<String, VirtualHost> byName = new LinkedHashMap<>();
    for (VirtualHost host : hosts.under(wildcard)) {
      for (String name : host.names()) {
        if (VirtualHosts.covers(wildcard, name) && (host.isSsl() || !byName.containsKey(name))) {
          byName.put(name, host);
        }
      }
    }
    return byName.values().stream().distinct().toList();
  }
}
