package io.github.certbot4j.nginx;

import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.nginx.load.ConfigFile;
import io.github.certbot4j.nginx.load.ConfigTree;
import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.vhost.BlockChoice;
import io.github.certbot4j.nginx.vhost.DefaultCopy;
import io.github.certbot4j.nginx.vhost.ServerBlock;
import io.github.certbot4j.nginx.vhost.Servers;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Enhancement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration as it was read, with pending edits; thrown away when files are restored. */
final class Workspace {

  private final ConfigTree tree;
  private final BlockChoice choice;
  private final DefaultCopy defaultCopy = new DefaultCopy();
  private final Map<Path, byte[]> newFiles = new LinkedHashMap<>();
  private final Map<Addition, DomainName> added = new HashMap<>();
  private final StringBuilder notes = new StringBuilder();

  private record Addition(Enhancement enhancement, Body block) {}

  private Workspace(ConfigTree tree, Display display) {
    this.tree = tree;
    this.choice = new BlockChoice(display);
  }

  /**
   * Reads the configuration.
   *
   * @param root the directory of nginx.conf
   */
  static Workspace read(Path root, Display display) {
    return new Workspace(ConfigTree.of(root), display);
  }

  ConfigTree tree() {
    return tree;
  }

  BlockChoice choice() {
    return choice;
  }

  DefaultCopy defaultCopy() {
    return defaultCopy;
  }

  /** The server blocks with all edits so far. */
  Servers servers() {
    return new Servers(tree);
  }

  /** Adds a file that isn't there yet. */
  void create(Path file, byte[] content) {
    newFiles.put(file, content);
  }

  /** Notes for which name a block got an enhancement, which its other names have from then on. */
  void noteAdded(Enhancement enhancement, ServerBlock block, DomainName domain) {
    added.put(new Addition(enhancement, block.body()), domain);
  }

  /** Whether a block got an enhancement by the same request, for another name of it. */
  boolean isAddedForAnother(Enhancement enhancement, ServerBlock block, DomainName domain) {
    DomainName first = added.get(new Addition(enhancement, block.body()));
    return first != null && !first.equals(domain);
  }

  /** Adds a line for the journal of checkpoints. */
  void note(String line) {
    notes.append(line).append('\n');
  }

  String notes() {
    return notes.toString();
  }

  /**
   * What is to be written.
   *
   * @throws FailureException if somebody else changed one of the files since it was read
   */
  Map<Path, byte[]> unsaved() {
    Map<Path, byte[]> edits = new LinkedHashMap<>(newFiles);
    for (ConfigFile file : tree.files()) {
      file.unsaved()
          .ifPresent(
              content -> {
                requireUntouched(file);
                edits.put(file.path(), content);
              });
    }
    return edits;
  }

  private static void requireUntouched(ConfigFile file) {
    try {
      if (!Arrays.equals(Files.readAllBytes(file.path()), file.saved())) {
        throw new FailureException(
            new Failure.PluginTrouble(
                "nginx",
                file + " was changed by somebody else while this program was working on it.",
                "Its changes are kept. Run the command again."));
      }
    } catch (IOException e) {
      throw FileTrouble.cannot("read", file.path(), e);
    }
  }

  /** Notes that everything was written. */
  void markSaved() {
    newFiles.clear();
    notes.setLength(0);
    tree.files().stream().filter(file -> file.unsaved().isPresent()).forEach(ConfigFile::markSaved);
  }
}
