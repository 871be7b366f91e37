package io.github.certbot4j.webserver;

import java.util.Map;
import java.util.Set;

/** Asks the DNS what addresses are called. */
@FunctionalInterface
public interface ReverseLookup {

  /**
   * Looks addresses up, within a few seconds for all of them together.
   *
   * @param addresses IPv4 and IPv6 addresses, without brackets
   * @return the name of each that has one and for which the answer came in time
   */
  Map<String, String> names(Set<String> addresses);
}
