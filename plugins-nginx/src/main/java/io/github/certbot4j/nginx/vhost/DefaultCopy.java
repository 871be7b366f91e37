package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.edit.BlockEditor;
import io.github.certbot4j.nginx.parse.Parser;
import io.github.certbot4j.nginx.parse.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The copy of a default server that serves names for which there is no server block. There is one
 * copy at most, for all such names.
 */
public final class DefaultCopy {

  private ServerBlock copy;

  /**
   * A block for the name: the copy, made from the default server of a port.
   *
   * @param anyPort whether the only default server will do, too, whatever its port
   * @return empty if there is no default server, or more than one that could be meant
   */
  public Optional<ServerBlock> forName(String name, int port, boolean anyPort, Servers servers) {
    if (copy != null) {
      serveToo(name);
      return Optional.of(copy);
    }
    Optional<ServerBlock> original = original(servers, port, anyPort);
    original.ifPresent(block -> copy = copyOf(block, name));
    return Optional.ofNullable(copy);
  }

  private void serveToo(String name) {
    if (!copy.names().contains(name)) {
      copy.own("server_name").get(0).addArgument(name);
    }
  }

  private static Optional<ServerBlock> original(Servers servers, int port, boolean anyPort) {
    List<ServerBlock> all = new ArrayList<>();
    List<ServerBlock> ofPort = new ArrayList<>();
    for (ServerBlock block : servers.all()) {
      List<Listen> defaults = block.listens().stream().filter(Listen::isDefault).toList();
      if (!defaults.isEmpty()) {
        all.add(block);
      }
      if (defaults.stream().anyMatch(l -> l.coversPort(port))) {
        ofPort.add(block);
      }
    }
    if (ofPort.size() == 1) {
      return Optional.of(ofPort.get(0));
    }
    return anyPort && all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private static ServerBlock copyOf(ServerBlock original, String name) {
    Statement copied = Parser.statement(original.statement().toString());
    BlockEditor editor = original.file().editor();
    editor.addLast(original.surroundings(), copied);
    ServerBlock copy = original.sibling(copied);
    for (Statement listen : copy.ownListens()) {
      listen.dropArguments(word -> Listen.isOnlyOnce(word.value()));
    }
    for (Statement refusal : copy.own("ssl_reject_handshake")) {
      editor.remove(copy.body(), refusal);
    }
    List<Statement> names = copy.own("server_name");
    String wanted = "server_name " + name + ";";
    if (names.isEmpty()) {
      editor.append(copy.body(), wanted);
    } else {
      editor.replace(copy.body(), names.get(0), wanted);
    }
    requireNothingOnlyOnce(copy, original);
    return copy;
  }

  private static void requireNothingOnlyOnce(ServerBlock copy, ServerBlock original) {
    boolean left =
        copy.declaredListens().stream().anyMatch(l -> l.isDefault() || l.setsSocketOptions());
    if (left) {
      throw Trouble.of(
          "The default server can't be copied, since "
              + original
              + " includes its listen directives from "
              + original.includedFilesWith("listen").get(0)
              + ".",
          "Make a server block with the server_name in question.");
    }
  }
}
