package io.github.certbot4j.apache.vhost;

import io.github.certbot4j.apache.config.LoadedConfiguration;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.model.DomainName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The virtual hosts of a configuration, in the order in which the server reads them. */
public record VirtualHosts(List<VirtualHost> all) {

  private static final int EXACT = 3;
  private static final int PATTERN = 2;
  private static final int ADDRESS = 1;
  private static final int NONE = 0;

  public VirtualHosts {
    all = List.copyOf(all);
  }

  public static VirtualHosts of(LoadedConfiguration configuration) {
    return new VirtualHosts(configuration.hosts().stream().map(VirtualHost::new).toList());
  }

  /** The one that is written in a section, if it is in force. */
  public Optional<VirtualHost> of(Section section) {
    return all.stream().filter(host -> host.section() == section).findFirst();
  }

  /** Those that can be changed. */
  public List<VirtualHost> editable() {
    return all.stream().filter(host -> !host.isFromMacro()).toList();
  }

  /**
   * The one that fits a name best: by name, by pattern, by address, and rather one with TLS; of
   * several equal ones the first.
   */
  public Optional<VirtualHost> bestFor(DomainName domain) {
    VirtualHost best = null;
    int bestScore = 0;
    for (VirtualHost host : editable()) {
      int points = points(host, domain);
      int score = points == NONE ? 0 : points + (host.isSsl() ? EXACT : 0);
      if (score > bestScore) {
        best = host;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int points(VirtualHost host, DomainName domain) {
    if (host.names().contains(domain.ascii())) {
      return EXACT;
    }
    if (host.serves(domain)) {
      return PATTERN;
    }
    boolean address =
        host.addresses().stream().anyMatch(each -> each.host().equals(domain.ascii()));
    return address ? ADDRESS : NONE;
  }

  /** The only one that may be meant when no name fits; empty if there are several or none. */
  public Optional<VirtualHost> onlyCandidate() {
    List<VirtualHost> candidates =
        editable().stream()
            .filter(host -> !host.addresses().stream().allMatch(Address::isDefault))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  /** Those that have a name which a wildcard stands for. */
  public List<VirtualHost> under(DomainName wildcard) {
    return editable().stream()
        .filter(host -> host.names().stream().anyMatch(name -> covers(wildcard, name)))
        .toList();
  }

  /** Whether a wildcard of a certificate stands for a name: in its first label, and no further. */
  static boolean covers(DomainName wildcard, String name) {
    long dots = name.chars().filter(c -> c == '.').count();
    return dots == wildcard.ascii().chars().filter(c -> c == '.').count()
        && NamePattern.matches(wildcard.ascii(), name);
  }

  /** An enabled one that would take requests from one with these addresses. */
  public Optional<VirtualHost> conflicting(List<Address> proposed) {
    return all.stream()
        .filter(VirtualHost::isEnabled)
        .filter(host -> anyConflict(host.addresses(), proposed))
        .findFirst();
  }

  private static boolean anyConflict(List<Address> existing, List<Address> proposed) {
    return existing.stream().anyMatch(one -> proposed.stream().anyMatch(one::conflictsWith));
  }

  /**
   * The one that serves without TLS what another serves with it: of the same names, of fewer, of
   * none at the same addresses, or at least of the same first name.
   */
  public Optional<VirtualHost> plainPartner(VirtualHost ssl) {
    List<BiPredicate<VirtualHost, VirtualHost>> rules =
        List.of(
            VirtualHosts::sameNames,
            VirtualHosts::fewerNames,
            (plain, secure) -> plain.serverName().isEmpty() && sameHosts(plain, secure),
            VirtualHosts::firstNameToo);
    return rules.stream()
        .flatMap(
            rule ->
                editable().stream().filter(host -> !host.isSsl() && rule.test(host, ssl)).limit(1))
        .findFirst();
  }

  private static boolean fewerNames(VirtualHost plain, VirtualHost ssl) {
    return !plain.names().isEmpty() && ssl.names().containsAll(plain.names());
  }

  private static boolean firstNameToo(VirtualHost plain, VirtualHost ssl) {
    return ssl.serverName().filter(plain.names()::contains).isPresent();
  }

  private static boolean sameNames(VirtualHost one, VirtualHost other) {
    if (!one.names().isEmpty() || !other.names().isEmpty()) {
      return one.names().equals(other.names());
    }
    return sameHosts(one, other);
  }

  /** The same hosts at other ports. */
  private static boolean sameHosts(VirtualHost one, VirtualHost other) {
    Set<String> hosts = new HashSet<>();
    one.addresses().forEach(address -> hosts.add(address.host()));
    boolean same = one.addresses().size() == other.addresses().size();
    for (Address address : other.addresses()) {
      boolean samePlace = one.addresses().contains(address);
      same &= hosts.contains(address.host()) && !samePlace;
    }
    return same;
  }
}
