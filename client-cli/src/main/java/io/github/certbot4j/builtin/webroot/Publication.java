package io.github.certbot4j.builtin.webroot;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Challenge files in the directories of web servers, with what is needed to take them back. */
final class Publication {

  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

  /** Removes one directory that was made. */
  private interface Removal {
    void run() throws IOException;
  }

  private final String[] steps;
  private final Map<Path, HeldDirectory> challengeDirectories = new HashMap<>();
  private final Deque<HeldDirectory> held = new ArrayDeque<>();
  private final Deque<Removal> newestFirst = new ArrayDeque<>();
  private final Map<String, HeldDirectory> files = new LinkedHashMap<>();

  /**
   * Nothing is published yet.
   *
   * @param httpPath where below a web server's root the files belong
   */
  Publication(String httpPath) {
    this.steps = httpPath.substring(1, httpPath.length() - 1).split("/", -1);
  }

  /**
   * Writes one file, readable by anyone, with the directories that are missing, the root included.
   */
  synchronized void publish(Path root, String token, String content) throws IOException {
    HeldDirectory directory = challengeDirectories.get(root);
    if (directory == null) {
      directory = openChallengeDirectory(root);
      challengeDirectories.put(root, directory);
    }
    directory.write(token, content);
    files.put(token, directory);
  }

  /** Takes one file back, and after the last one the directories that were made and are empty. */
  synchronized void withdraw(String token) {
    HeldDirectory directory = files.remove(token);
    if (directory != null) {
      try {
        directory.deleteFile(token);
      } catch (NoSuchFileException e) {
        LOG.debug("{} is gone already", directory.path().resolve(token));
      } catch (IOException e) {
        LOG.warn("Could not remove {}: {}", directory.path().resolve(token), e.getMessage());
      }
    }
    if (files.isEmpty()) {
      removeDirectories();
    }
  }

  private HeldDirectory openChallengeDirectory(Path root) throws IOException {
    createRoot(root);
    HeldDirectory rootDirectory = hold(HeldDirectory.open(root));
    HeldDirectory directory = rootDirectory;
    for (String step : steps) {
      directory = descend(directory, step, rootDirectory);
    }
    return directory;
  }

  private HeldDirectory descend(HeldDirectory parent, String name, HeldDirectory root)
      throws IOException {
    if (parent.has(name)) {
      return hold(parent.enter(name));
    }
    HeldDirectory child = hold(parent.createChild(name, root));
    newestFirst.push(() -> parent.deleteDirectory(name));
    return child;
  }

  /** Roots may lie where nothing outlives a restart of the machine. */
  private void createRoot(Path root) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path path = root; path != null && Files.notExists(path); path = path.getParent()) {
      missing.push(path);
    }
    for (Path path : missing) {
      HeldDirectory.create(path);
      newestFirst.push(() -> Files.delete(path));
    }
  }

  private HeldDirectory hold(HeldDirectory directory) {
    held.push(directory);
    return directory;
  }

  private void removeDirectories() {
    while (!newestFirst.isEmpty()) {
      try {
        newestFirst.pop().run();
      } catch (DirectoryNotEmptyException e) {
        LOG.debug("A directory made for challenges is in use now and stays", e);
      } catch (IOException e) {
        LOG.debug("Could not remove a directory made for challenges", e);
      }
    }
    while (!held.isEmpty()) {
      try {
        held.pop().close();
      } catch (IOException e) {
        LOG.debug("Closing a directory failed", e);
      }
    }
    challengeDirectories.clear();
  }
}
