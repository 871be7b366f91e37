package io.github.certbot4j.dns.lookup;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Follows the aliases (CNAME records) by which a validation name may be delegated. */
public final class ChallengeTarget {

  private static final Logger LOG = LoggerFactory.getLogger(ChallengeTarget.class);
  private static final int MOST_ALIASES = 10;

  private final AuthorityFinder finder;

  public ChallengeTarget(DnsClient client) {
    this.finder = new AuthorityFinder(client);
  }

  /**
   * Where the chain of aliases that starts at a name ends.
   *
   * @param name a full name without final dot
   * @return the last name of the chain in lower case without final dot; empty if there is no alias,
   *     if they run in a circle, or if no name server can be asked
   */
  public Optional<String> of(String name) {
    Set<Name> seen = new LinkedHashSet<>();
    Optional<Name> current = DnsClient.name(name);
    Optional<Name> last = Optional.empty();
    while (current.isPresent()) {
      if (!seen.add(current.get()) || seen.size() > MOST_ALIASES) {
        LOG.warn("The aliases (CNAME) of {} don't come to an end; they are not followed.", name);
        return Optional.empty();
      }
      last = current;
      current = alias(current.get());
    }
    return last.filter(end -> seen.size() > 1).map(ChallengeTarget::plain);
  }

  private Optional<Name> alias(Name name) {
    Optional<Authority> authority = finder.find(name);
    if (authority.isEmpty()) {
      return Optional.empty();
    }
    for (Record entry : authority.get().answer().getSection(Section.ANSWER)) {
      if (entry instanceof CNAMERecord alias && entry.getName().equals(name)) {
        return Optional.of(alias.getTarget());
      }
    }
    return Optional.empty();
  }

  private static String plain(Name name) {
    return name.toString(true).toLowerCase(Locale.ROOT);
  }
}
