package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.load.ConfigFile;
import io.github.certbot4j.nginx.load.ConfigTree;
import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.nginx.parse.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A {@code server} block of the http part of a configuration. What it says is read anew each time,
 * since it may have been changed in between.
 */
public final class ServerBlock {

  private static final String LISTEN = "listen";

  private final ConfigTree tree;
  private final ConfigFile file;
  private final Body surroundings;
  private final Statement statement;

  ServerBlock(ConfigTree tree, ConfigFile file, Body surroundings, Statement statement) {
    this.tree = tree;
    this.file = file;
    this.surroundings = surroundings;
    this.statement = statement;
  }

  /** The file it stands in. */
  public ConfigFile file() {
    return file;
  }

  /** What stands between its braces. */
  public Body body() {
    return statement.body().orElseThrow();
  }

  /** The block or file that it is a part of. */
  Body surroundings() {
    return surroundings;
  }

  Statement statement() {
    return statement;
  }

  /** A block that was put beside this one. */
  ServerBlock sibling(Statement other) {
    return new ServerBlock(tree, file, surroundings, other);
  }

  /** Its own statements that have this name and no block. */
  List<Statement> own(String name) {
    List<Statement> found = new ArrayList<>();
    for (Statement each : body().statements()) {
      if (each.isSimple(name)) {
        found.add(each);
      }
    }
    return found;
  }

  /** Its own {@code listen} directives. */
  List<Statement> ownListens() {
    return own(LISTEN).stream().filter(each -> each.words().size() > 1).toList();
  }

  /** A statement and the file it stands in. */
  private record Found(ConfigFile file, Statement statement) {}

  /** Its statements, and those of files included in it in the place of their includes. */
  List<Statement> content() {
    return all().stream().map(Found::statement).toList();
  }

  /** The files included in it, at whatever depth, that have a statement of this name. */
  List<ConfigFile> includedFilesWith(String name) {
    return all().stream()
        .filter(each -> each.file() != file && each.statement().isSimple(name))
        .map(Found::file)
        .distinct()
        .toList();
  }

  private List<Found> all() {
    List<Found> found = new ArrayList<>();
    collect(file, body(), found, new HashSet<>());
    return found;
  }

  private void collect(ConfigFile from, Body body, List<Found> found, Set<ConfigFile> within) {
    for (Statement each : body.statements()) {
      if (!ConfigTree.isInclude(each)) {
        found.add(new Found(from, each));
        continue;
      }
      for (ConfigFile included : tree.included(each)) {
        if (within.add(included)) {
          collect(included, included.body(), found, within);
          within.remove(included);
        }
      }
    }
  }

  /** The names it serves, as written but without quotes; none if it has no {@code server_name}. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Statement each : content()) {
      if (each.isSimple("server_name")) {
        for (String name : each.arguments()) {
          if (!names.contains(name)) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }

  /** Where it listens; port 80 if it doesn't say. */
  public List<Listen> listens() {
    List<Listen> listens = declaredListens();
    return listens.isEmpty() ? List.of(Listen.IMPLICIT) : listens;
  }

  /** Where it says that it listens. */
  List<Listen> declaredListens() {
    List<Listen> listens = new ArrayList<>();
    for (Statement each : content()) {
      if (each.isSimple(LISTEN) && each.words().size() > 1) {
        listens.add(Listen.of(each));
      }
    }
    return listens;
  }

  /** Whether the old directive makes all of it TLS. */
  boolean isSecureAsAWhole() {
    for (Statement each : content()) {
      if (each.isSimple("ssl") && each.arguments().equals(List.of("on"))) {
        return true;
      }
    }
    return false;
  }

  /** How messages name it. */
  @Override
  public String toString() {
    String names = ByteText.decoded(String.join(" ", names()));
    return "the server block " + (names.isEmpty() ? "" : "for " + names + " ") + "in " + file;
  }
}
