package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.edit.BlockEditor;
import io.github.certbot4j.nginx.edit.Marker;
import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.Parser;
import io.github.certbot4j.nginx.parse.Statement;
import io.github.certbot4j.nginx.parse.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes two blocks of one that speaks both plain HTTP and TLS: itself for TLS, and one behind it
 * for HTTP. Local sockets stay with the first.
 */
final class HttpSplit {

  private static final Set<String> TLS_ONLY =
      Set.of("ssl_certificate", "ssl_certificate_key", "ssl_dhparam");

  private final Servers servers;
  private final String optionsInclude;

  /**
   * Splits blocks of a configuration.
   *
   * @param servers as they are now
   * @param optionsInclude the directive that includes the options for TLS
   */
  HttpSplit(Servers servers, String optionsInclude) {
    this.servers = servers;
    this.optionsInclude = optionsInclude;
  }

  /** The HTTP block gets nothing but addresses and names, and answers 404. */
  ServerBlock withoutContent(ServerBlock block) {
    List<Statement> plain = plainListens(block);
    List<String> lines = new ArrayList<>();
    for (Statement each : block.body().statements()) {
      if (plain.contains(each) || each.isSimple("server_name")) {
        lines.add(each.headline() + ";");
      }
    }
    List<String> included = includedNames(block);
    if (!included.isEmpty()) {
      lines.add("server_name " + String.join(" ", included) + ";");
    }
    lines.add(Marker.behind("return 404;"));
    StringBuilder text = new StringBuilder("server {");
    lines.forEach(line -> text.append("\n\t").append(line));
    ServerBlock http = put(block, text.append("\n}").toString());
    removeAll(block, plain);
    return http;
  }

  /** The HTTP block gets a copy of all but what is for TLS. */
  ServerBlock withContent(ServerBlock block) {
    List<Statement> plain = plainListens(block);
    List<Integer> keptListens = new ArrayList<>();
    List<Statement> listens = block.ownListens();
    for (int i = 0; i < listens.size(); i++) {
      if (plain.contains(listens.get(i))) {
        keptListens.add(i);
      }
    }
    ServerBlock http = copy(block);
    BlockEditor editor = http.file().editor();
    List<Statement> copied = http.ownListens();
    for (int i = 0; i < copied.size(); i++) {
      if (!keptListens.contains(i)) {
        editor.remove(http.body(), copied.get(i));
      }
    }
    List<String> include = Parser.statement(optionsInclude).meaning();
    for (Statement each : http.body().statements()) {
      if (TLS_ONLY.contains(each.name()) || each.meaning().equals(include)) {
        editor.remove(http.body(), each);
      }
    }
    removeAll(block, plain);
    return http;
  }

  private static List<String> includedNames(ServerBlock block) {
    List<String> names = new ArrayList<>(block.names());
    block.own("server_name").forEach(each -> names.removeAll(each.arguments()));
    return names.stream().map(Word::written).toList();
  }

  private List<Statement> plainListens(ServerBlock block) {
    List<Statement> own = new ArrayList<>();
    for (Statement each : block.ownListens()) {
      Listen listen = Listen.of(each);
      if (!listen.isLocal() && !servers.isSecure(block, listen)) {
        own.add(each);
      }
    }
    long all =
        block.declaredListens().stream()
            .filter(l -> !l.isLocal() && !servers.isSecure(block, l))
            .count();
    if (own.size() < all) {
      throw Trouble.of(
          block
              + " has listen directives for plain HTTP in "
              + block.includedFilesWith("listen").get(0)
              + ", so it can't be divided into a block for HTTP and one for HTTPS.",
          "Write these directives into the block itself, or divide it by hand.");
    }
    return own;
  }

  private static void removeAll(ServerBlock block, List<Statement> statements) {
    for (Statement each : statements) {
      block.file().editor().remove(block.body(), each);
    }
  }

  private static ServerBlock copy(ServerBlock block) {
    return beside(block, Parser.statement(block.statement().toString()));
  }

  private static ServerBlock put(ServerBlock block, String text) {
    Body around = block.surroundings();
    return block.sibling(block.file().editor().addAfter(around, block.statement(), text));
  }

  private static ServerBlock beside(ServerBlock block, Statement copy) {
    block.file().editor().addAfter(block.surroundings(), block.statement(), copy);
    return block.sibling(copy);
  }
}
