package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.load.ConfigTree;
import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds response headers to server blocks that speak TLS. */
public final class Headers {

  private static final Logger LOG = LoggerFactory.getLogger(Headers.class);

  private static final String ADD_HEADER = "add_header";
  private static final String UPGRADE = "upgrade-insecure-requests";

  /** A header. */
  public enum Header {
    STRICT_TRANSPORT_SECURITY(
        "Strict-Transport-Security",
        "",
        "add_header Strict-Transport-Security \"max-age=31536000\" always;"),
    UPGRADE_INSECURE_REQUESTS(
        "Content-Security-Policy",
        UPGRADE,
        "add_header Content-Security-Policy " + UPGRADE + " always;");

    private final String field;
    private final String part;
    private final String directive;

    Header(String field, String part, String directive) {
      this.field = field;
      this.part = part;
      this.directive = directive;
    }

    private boolean isIn(Statement statement) {
      List<String> arguments = statement.arguments();
      return statement.isSimple(ADD_HEADER)
          && arguments.size() > 1
          && arguments.get(0).equalsIgnoreCase(field)
          && arguments.get(1).toLowerCase(Locale.ROOT).contains(part);
    }
  }

  private final ConfigTree tree;
  private final Servers servers;
  private final HttpSplit split;

  /**
   * Headers for a configuration.
   *
   * @param servers as they are now
   * @param optionsInclude the directive that includes the options for TLS
   */
  public Headers(ConfigTree tree, Servers servers, String optionsInclude) {
    this.tree = tree;
    this.servers = servers;
    this.split = new HttpSplit(servers, optionsInclude);
  }

  /**
   * Adds a header. If the block speaks plain HTTP too, where the header does not belong, it is
   * divided into two first.
   *
   * @return false if the header is there already, or in a part of the block
   */
  public boolean add(ServerBlock block, Header header) {
    if (has(block, header)) {
      return false;
    }
    if (servers.isPlain(block)) {
      split.withContent(block);
    }
    warnOfLostHeaders(block);
    return new Additions(block).append(header.directive);
  }

  /** A block that has a header of its own no longer gets those of the http block. */
  private void warnOfLostHeaders(ServerBlock block) {
    if (block.content().stream().anyMatch(each -> each.isSimple(ADD_HEADER))) {
      return;
    }
    for (Servers.Place place : servers.httpPlaces()) {
      for (Statement each : place.body().statements()) {
        if (each.isSimple(ADD_HEADER)) {
          LOG.warn(
              "nginx no longer sends the header of '{}' ({}) from {}, which has a header of its own"
                  + " now. Repeat the line there if it is needed.",
              each.shown(),
              place.file(),
              block);
        }
      }
    }
  }

  private boolean has(ServerBlock block, Header header) {
    Set<Body> seen = new HashSet<>();
    Deque<Body> open = new ArrayDeque<>(List.of(block.body()));
    while (!open.isEmpty()) {
      Body body = open.pop();
      for (Statement each : seen.add(body) ? body.statements() : List.<Statement>of()) {
        if (header.isIn(each)) {
          return true;
        }
        each.body().ifPresent(open::push);
        if (ConfigTree.isInclude(each)) {
          tree.included(each).forEach(file -> open.push(file.body()));
        }
      }
    }
    return false;
  }
}
