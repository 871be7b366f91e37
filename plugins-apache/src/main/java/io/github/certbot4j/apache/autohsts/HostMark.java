package io.github.certbot4j.apache.autohsts;

import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.parse.Filler;
import io.github.certbot4j.apache.parse.Node;
import io.github.certbot4j.apache.parse.NodeList;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.vhost.VirtualHost;
import java.util.Optional;
import java.util.UUID;

/** The comment by which a virtual host is found again. */
final class HostMark {

  private static final String PREFIX = "DO NOT REMOVE - Managed by Certbot, VirtualHost id: ";

  private HostMark() {}

  /** The identifier of a virtual host; it gets one if it has none. */
  static String of(Workspace workspace, Section host) {
    Optional<String> existing = find(host.body());
    if (existing.isPresent()) {
      return existing.get();
    }
    String id = UUID.randomUUID().toString().replace("-", "");
    workspace.append(host.body(), "# " + PREFIX + id);
    return id;
  }

  /** The virtual host with an identifier; empty if there is none any more. */
  static Optional<VirtualHost> find(Workspace workspace, String id) {
    return workspace.hosts().editable().stream()
        .filter(host -> find(host.body()).filter(id::equals).isPresent())
        .findFirst();
  }

  private static Optional<String> find(NodeList list) {
    for (Node node : list.nodes()) {
      if (node instanceof Filler filler && filler.comment().contains(PREFIX)) {
        String[] words = filler.comment().split("\\s+");
        return Optional.of(words[words.length - 1]);
      }
    }
    return Optional.empty();
  }
}
