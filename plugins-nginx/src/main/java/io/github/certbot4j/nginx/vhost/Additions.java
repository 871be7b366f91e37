package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.edit.BlockEditor;
import io.github.certbot4j.nginx.edit.Marker;
import io.github.certbot4j.nginx.load.ConfigFile;
import io.github.certbot4j.nginx.parse.Parser;
import io.github.certbot4j.nginx.parse.Statement;
import java.util.List;
import java.util.Set;

/** Adds directives to a server block without getting into the way of those that are there. */
final class Additions {

  /** Directives that may stand in a block several times with different arguments. */
  private static final Set<String> REPEATABLE =
      Set.of("server_name", "listen", "include", "rewrite", "add_header");

  private final ServerBlock block;

  Additions(ServerBlock block) {
    this.block = block;
  }

  private BlockEditor editor() {
    return block.file().editor();
  }

  /**
   * Adds a directive at the end unless the block has the same one.
   *
   * @return whether it was added
   * @throws io.github.certbot4j.model.FailureException if the block has it with other arguments and
   *     it may be there only once
   */
  boolean append(String text) {
    Statement wanted = Parser.statement(text);
    if (!isNew(wanted)) {
      return false;
    }
    editor().append(block.body(), text);
    return true;
  }

  /**
   * Adds the include of a file at the end, unless the block has it. The block's own directives that
   * the file repeats become comments.
   *
   * @param text the include directive
   * @param file what it includes
   * @throws io.github.certbot4j.model.FailureException if the file contradicts the block
   */
  void appendInclude(String text, ConfigFile file) {
    Statement include = Parser.statement(text);
    if (hasOwn(include)) {
      return;
    }
    for (Statement wanted : file.body().statements()) {
      if (!REPEATABLE.contains(wanted.name()) && !isNew(wanted)) {
        commentOut(wanted, file);
      }
    }
    editor().append(block.body(), text);
  }

  private void commentOut(Statement wanted, ConfigFile file) {
    for (Statement own : block.own(wanted.name())) {
      editor().commentOut(block.body(), own, "# duplicated in " + file);
    }
    if (!isNew(wanted)) {
      throw Trouble.of(
          "'"
              + wanted.shown()
              + ";' stands both in "
              + file
              + " and in "
              + block.includedFilesWith(wanted.name()).get(0)
              + ", which "
              + block
              + " includes.",
          "Take it, or the include, out of that server block; nginx allows it only once.");
    }
  }

  /**
   * Puts a block in front of all else in the server block, unless it is there.
   *
   * @return false if it is there
   * @throws io.github.certbot4j.model.FailureException if there is one of the same head with
   *     another content
   */
  boolean prependBlock(String text) {
    Statement wanted = Parser.statement(text);
    for (Statement own : block.body().statements()) {
      if (own.body().isPresent() && own.headline().equals(wanted.headline())) {
        requireSame(own, wanted);
        return false;
      }
    }
    editor().prepend(block.body(), text);
    return true;
  }

  private void requireSame(Statement own, Statement wanted) {
    if (!own.meaning().equals(wanted.meaning())) {
      throw Trouble.of(
          "There is a block '" + own.shown() + "' with other content in " + block + ".",
          "Remove it, or choose --no-redirect.");
    }
  }

  /** Replaces the given directive, if it says anything else, or adds one at the end. */
  void set(List<Statement> old, int which, String text) {
    Statement wanted = Parser.statement(text);
    if (which >= old.size()) {
      editor().append(block.body(), text);
    } else if (!old.get(which).meaning().equals(wanted.meaning())) {
      editor().replace(block.body(), old.get(which), text);
    } else if (!Marker.isOn(block.body(), old.get(which))) {
      editor().mark(block.body(), old.get(which));
    }
  }

  private boolean hasOwn(Statement wanted) {
    return block.own(wanted.name()).stream()
        .anyMatch(each -> each.meaning().equals(wanted.meaning()));
  }

  private boolean isNew(Statement wanted) {
    if (REPEATABLE.contains(wanted.name())) {
      return !hasOwn(wanted);
    }
    boolean there = false;
    for (Statement each : block.content()) {
      if (each.isSimple(wanted.name())) {
        requireAgreement(each, wanted);
        there = true;
      }
    }
    return !there;
  }

  private void requireAgreement(Statement there, Statement wanted) {
    if (!there.meaning().equals(wanted.meaning())) {
      throw Trouble.of(
          "'"
              + wanted.shown()
              + ";' can't be added to "
              + block
              + ", which has '"
              + there.shown()
              + ";'.",
          "Remove that line, or change it, and try again.");
    }
  }
}
