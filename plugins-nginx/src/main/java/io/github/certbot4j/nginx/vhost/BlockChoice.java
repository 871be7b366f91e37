package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.nginx.vhost.NameMatch.Kind;
import io.github.certbot4j.spi.Display;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which server blocks serve a name. What the user answered is remembered. */
public final class BlockChoice {

  /** The redirect is from this port, whatever port challenges are answered on. */
  private static final int HTTP_PORT = 80;

  private final WildcardQuestion question;
  private final Map<DomainName, List<ServerBlock>> answeredForTls = new HashMap<>();
  private final Map<DomainName, List<ServerBlock>> answeredForRedirect = new HashMap<>();

  /** Choices for one run; for wildcard names the user is asked. */
  public BlockChoice(Display display) {
    this.question = new WildcardQuestion(display);
  }

  private record Candidate(ServerBlock block, NameMatch match, boolean last) {

    boolean isBetterThan(Candidate other) {
      if (last != other.last || match.kind() != other.match.kind()) {
        return last != other.last ? other.last : match.isBetterThan(other.match);
      }
      return match.kind() != Kind.EXACT && match.isBetterThan(other.match);
    }
  }

  /**
   * The block in which a name gets its certificate and headers: one with TLS if there is any; for a
   * wildcard name those the user picks.
   */
  public List<ServerBlock> forTls(DomainName domain, Servers servers) {
    if (domain.isWildcard()) {
      Predicate<ServerBlock> preferred = servers::isSecure;
      return answeredForTls.computeIfAbsent(
          domain, d -> question.ask(d, "HTTPS", servers.all(), servers, preferred));
    }
    return best(domain, servers.all(), block -> !servers.isSecure(block)).stream().toList();
  }

  /** The block from which requests by plain HTTP for a name are redirected. */
  public List<ServerBlock> forRedirect(DomainName domain, Servers servers) {
    List<ServerBlock> plain = new ArrayList<>();
    for (ServerBlock block : servers.all()) {
      if (servers.isPlainOn(block, HTTP_PORT)) {
        plain.add(block);
      }
    }
    if (domain.isWildcard()) {
      Predicate<ServerBlock> preferred = block -> !servers.isSecure(block);
      return answeredForRedirect.computeIfAbsent(
          domain, d -> question.ask(d, "the redirect", plain, servers, preferred));
    }
    return best(domain, plain, block -> false).stream().toList();
  }

  /** All blocks that may answer a request for a name, in whatever way they match. */
  static List<ServerBlock> allMatching(String domain, List<ServerBlock> blocks) {
    List<ServerBlock> matching = new ArrayList<>();
    for (ServerBlock block : blocks) {
      if (NameMatch.best(domain, block.names()).isPresent()) {
        matching.add(block);
      }
    }
    return matching;
  }

  private static Optional<ServerBlock> best(
      DomainName domain, List<ServerBlock> blocks, Predicate<ServerBlock> lastResort) {
    Candidate best = null;
    for (ServerBlock block : blocks) {
      Optional<NameMatch> match = NameMatch.best(domain.ascii(), block.names());
      if (match.isPresent()) {
        Candidate next = new Candidate(block, match.get(), lastResort.test(block));
        best = best == null || next.isBetterThan(best) ? next : best;
      }
    }
    return Optional.ofNullable(best).map(Candidate::block);
  }
}
