package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.load.ConfigFile;
import io.github.certbot4j.nginx.load.ConfigTree;
import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The http part of a configuration, with its server blocks in nginx's order. */
public final class Servers {

  /** A place in which http's own directives stand. */
  public record Place(ConfigFile file, Body body) {}

  private final ConfigTree tree;
  private final List<Place> http = new ArrayList<>();
  private final List<ServerBlock> blocks = new ArrayList<>();
  private final Set<String> secureKeys = new HashSet<>();
  private final Set<Body> seen = new HashSet<>();

  /** Looks through a configuration as it is now. Later changes need a new look. */
  public Servers(ConfigTree tree) {
    this.tree = tree;
    findHttp(tree.main(), tree.main().body());
    for (ServerBlock block : blocks) {
      secureKeys.addAll(Listen.secureKeys(block.listens()));
    }
  }

  /** All server blocks. */
  public List<ServerBlock> all() {
    return List.copyOf(blocks);
  }

  /** The first http block; empty if there is none. */
  public Optional<Place> firstHttp() {
    return http.stream().findFirst();
  }

  /** The http block, and the files included directly in it. */
  public List<Place> httpPlaces() {
    return List.copyOf(http);
  }

  private void findHttp(ConfigFile file, Body body) {
    if (!seen.add(body)) {
      return;
    }
    for (Statement statement : body.statements()) {
      if (statement.isBlock("http")) {
        findServers(file, statement.body().orElseThrow());
      } else if (ConfigTree.isInclude(statement)) {
        for (ConfigFile included : tree.included(statement)) {
          findHttp(included, included.body());
        }
      }
    }
  }

  private void findServers(ConfigFile file, Body body) {
    if (!seen.add(body)) {
      return;
    }
    http.add(new Place(file, body));
    for (Statement statement : body.statements()) {
      if (statement.isBlock("server")) {
        blocks.add(new ServerBlock(tree, file, body, statement));
      } else if (ConfigTree.isInclude(statement)) {
        for (ConfigFile included : tree.included(statement)) {
          findServers(included, included.body());
        }
      }
    }
  }

  /** Whether a block speaks TLS on this address, maybe because another block says so. */
  public boolean isSecure(ServerBlock block, Listen listen) {
    return listen.isMarkedSecure() || secureKeys.contains(listen.key()) || block.isSecureAsAWhole();
  }

  /** Whether a block speaks TLS anywhere. */
  public boolean isSecure(ServerBlock block) {
    return block.isSecureAsAWhole()
        || block.listens().stream().anyMatch(listen -> isSecure(block, listen));
  }

  /** Whether a block speaks plain HTTP on a port of the network. */
  boolean isPlain(ServerBlock block) {
    return block.listens().stream().anyMatch(l -> !l.isLocal() && !isSecure(block, l));
  }

  /** Whether a block speaks plain HTTP on this port. */
  public boolean isPlainOn(ServerBlock block, int port) {
    return block.listens().stream().anyMatch(l -> l.coversPort(port) && !isSecure(block, l));
  }

  /** Whether a block speaks TLS on this TCP port. */
  public boolean isSecureOn(ServerBlock block, int port) {
    return block.listens().stream()
        .anyMatch(l -> l.coversPort(port) && !l.isQuic() && isSecure(block, l));
  }

  /** All that is listened on, with the blocks' implicit addresses. */
  List<Listen> allListens() {
    List<Listen> listens = new ArrayList<>();
    for (ServerBlock block : blocks) {
      listens.addAll(block.listens());
    }
    return listens;
  }
}
