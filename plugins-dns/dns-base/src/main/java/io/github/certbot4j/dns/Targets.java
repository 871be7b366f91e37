package io.github.certbot4j.dns;

import io.github.certbot4j.dns.lookup.ChallengeTarget;
import io.github.certbot4j.dns.lookup.DnsClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the records of validation names may go; each name is looked up once. */
final class Targets {

  private final ChallengeTarget aliases;
  private final Map<String, List<String>> known = new HashMap<>();

  Targets(DnsClient dns) {
    this.aliases = new ChallengeTarget(dns);
  }

  /** The name that it is an alias of, if it is one, and then itself. */
  List<String> of(String validationName) {
    return known.computeIfAbsent(
        validationName,
        name -> aliases.of(name).map(end -> List.of(end, name)).orElse(List.of(name)));
  }
}
