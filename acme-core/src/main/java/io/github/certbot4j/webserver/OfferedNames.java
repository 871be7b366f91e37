package io.github.certbot4j.webserver;

import io.github.certbot4j.model.DomainName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects from a server's configuration the names that a user may choose from. What no certificate
 * can be obtained for without further questions is left out: wildcards, patterns, single labels,
 * addresses.
 */
public final class OfferedNames {

  private static final Pattern LABELS =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final int UNIQUE_LOCAL_MASK = 0xfe;
  private static final int UNIQUE_LOCAL = 0xfc;

  private final ReverseLookup lookup;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> addresses = new LinkedHashSet<>();

  public OfferedNames(ReverseLookup lookup) {
    this.lookup = lookup;
  }

  /** Adds a name as the configuration has it; it need not be one that can be offered. */
  public void addName(String name) {
    names.add(name);
  }

  /**
   * Adds the host of an address that the server listens at: a name, an IPv4 address or an IPv6
   * address in brackets; anything else, such as {@code *}, is passed over. Public addresses are
   * looked up in the DNS.
   *
   * @param host without a port
   */
  public void addHost(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (!isAddress(bare)) {
      names.add(host);
    } else if (isPublic(bare)) {
      addresses.add(bare);
    }
  }

  /** The names that can be offered, in the order in which they were added. */
  public Set<DomainName> names() {
    Set<DomainName> offered = new LinkedHashSet<>();
    names.forEach(each -> addIfValid(each, offered));
    if (!addresses.isEmpty()) {
      lookup.names(Set.copyOf(addresses)).values().stream()
          .sorted()
          .forEach(each -> addIfValid(each, offered));
    }
    return offered;
  }

  private static void addIfValid(String text, Set<DomainName> offered) {
    String name = text.toLowerCase(Locale.ROOT);
    if (LABELS.matcher(name).matches() && !isAddress(name)) {
      try {
        offered.add(new DomainName(name));
      } catch (IllegalArgumentException e) {
        // Too long, or numbers that resolvers take for an address.
      }
    }
  }

  private static boolean isAddress(String host) {
    return IPV4.matcher(host).matches() || host.indexOf(':') >= 0;
  }

  private static boolean isPublic(String address) {
    try {
      // Doesn't ask anybody: the text is an address.
      InetAddress parsed = InetAddress.getByName(address);
      byte[] bytes = parsed.getAddress();
      boolean uniqueLocal = bytes.length > 4 && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
      return !(uniqueLocal
          || parsed.isAnyLocalAddress()
          || parsed.isLoopbackAddress()
          || parsed.isLinkLocalAddress()
          || parsed.isSiteLocalAddress()
          || parsed.isMulticastAddress());
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
