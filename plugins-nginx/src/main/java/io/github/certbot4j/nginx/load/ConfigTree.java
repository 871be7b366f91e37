package io.github.certbot4j.nginx.load;

import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.nginx.parse.Statement;
import io.github.certbot4j.nginx.parse.SyntaxException;
import io.github.certbot4j.webserver.FileGlob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a configuration, each read once, however often and under whatever names it is
 * included. Names in it are relative to the directory of the main file.
 */
public final class ConfigTree {

  private static final String MAIN_FILE = "nginx.conf";

  private final Path root;

  /** By their real paths, in the order in which they were come upon. */
  private final Map<Path, ConfigFile> files = new LinkedHashMap<>();

  private final Map<String, List<ConfigFile>> included = new LinkedHashMap<>();
  private final ConfigFile main;

  private ConfigTree(Path root) {
    this.root = root;
    this.main = read(root.resolve(MAIN_FILE));
  }

  /**
   * Reads the main file; what it includes is read when it is asked for.
   *
   * @param root the directory of nginx.conf, absolute
   * @throws io.github.certbot4j.model.FailureException when the file can't be read, or isn't what
   *     nginx accepts; the text says where
   */
  public static ConfigTree of(Path root) {
    return new ConfigTree(root);
  }

  /** The file in which everything begins. */
  public ConfigFile main() {
    return main;
  }

  /** All files that were read so far. */
  public Collection<ConfigFile> files() {
    return List.copyOf(files.values());
  }

  /** Whether a statement is replaced by the content of files. */
  public static boolean isInclude(Statement statement) {
    return statement.words().size() == 2 && statement.isSimple("include");
  }

  /** The files that an include statement stands for, in nginx's order. */
  public List<ConfigFile> included(Statement include) {
    return included.computeIfAbsent(include.words().get(1).value(), this::resolve);
  }

  private List<ConfigFile> resolve(String name) {
    String path = ByteText.decoded(name);
    String absolute = path.startsWith("/") ? path : root + "/" + path;
    List<ConfigFile> found = new ArrayList<>();
    try {
      for (Path file : paths(absolute)) {
        found.add(read(file));
      }
    } catch (InvalidPathException e) {
      throw ConfigTrouble.unnameable(absolute, e);
    }
    return found;
  }

  private static List<Path> paths(String absolute) {
    if (!FileGlob.isPattern(absolute)) {
      return List.of(Path.of(absolute));
    }
    try {
      return FileGlob.find(absolute);
    } catch (IOException e) {
      throw ConfigTrouble.unreadable(Path.of(absolute), e);
    }
  }

  private ConfigFile read(Path path) {
    Path normal = path.toAbsolutePath().normalize();
    try {
      Path real = normal.toRealPath();
      ConfigFile known = files.get(real);
      if (known == null) {
        known = ConfigFile.parse(normal, Files.readAllBytes(real));
        files.put(real, known);
      }
      return known;
    } catch (SyntaxException e) {
      throw ConfigTrouble.malformed(normal, e);
    } catch (IOException e) {
      throw ConfigTrouble.unreadable(normal, e);
    }
  }
}
