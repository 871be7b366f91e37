package io.github.certbot4j.cli.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars in plugin directories. Each that registers plugins has a loader of classes of its own,
 * so that looking for a class opens no other plugin's jar and none of that one's libraries. Nobody
 * closes it: plugins load classes until the process ends.
 */
final class PluginJars {

  private static final Logger LOG = LoggerFactory.getLogger(PluginJars.class);

  private enum Kind {
    PLUGINS,
    LIBRARY,
    UNREADABLE
  }

  private final List<Path> directories;
  private final ClassLoader program;
  private final Map<Path, Kind> looked = new HashMap<>();
  private final Set<Path> handedOut = new HashSet<>();
  private final List<Path> all = new ArrayList<>();
  private URLClassLoader libraries;

  /**
   * Looks at nothing yet.
   *
   * @param program has the classes that go before those of any jar
   */
  PluginJars(List<Path> directories, ClassLoader program) {
    this.directories = List.copyOf(directories);
    this.program = program;
  }

  /**
   * The jars that are named after a plugin, of all directories; only those that register plugins
   * and that weren't handed out before. No other jar is opened.
   *
   * @param plugin any text; what can't be a plugin's name has no jar
   */
  synchronized List<PluginJar> named(String plugin) {
    List<PluginJar> jars = new ArrayList<>(1);
    if (isName(plugin)) {
      for (Path directory : directories) {
        Path jar = absolute(directory.resolve(plugin + ".jar"));
        if (Files.exists(jar)) {
          handOut(jar, jars);
        }
      }
    }
    return jars;
  }

  /**
   * All jars that register plugins and that weren't handed out before, in the order of directories
   * and names.
   */
  synchronized List<PluginJar> others() {
    libraries();
    List<PluginJar> jars = new ArrayList<>();
    for (Path jar : all) {
      handOut(jar, jars);
    }
    return jars;
  }

  /** What the jars without registration have. Plugins ask for it from any thread. */
  private synchronized URLClassLoader libraries() {
    if (libraries == null) {
      List<URL> found = new ArrayList<>();
      for (Path directory : directories) {
        for (Path jar : jarsIn(directory)) {
          all.add(jar);
          if (kind(jar) == Kind.LIBRARY) {
            found.add(url(jar));
          }
        }
      }
      libraries = new URLClassLoader("libraries", found.toArray(new URL[0]), program);
    }
    return libraries;
  }

  private void handOut(Path jar, List<PluginJar> jars) {
    if (kind(jar) == Kind.PLUGINS && handedOut.add(jar)) {
      String name = jar.getFileName().toString();
      jars.add(new PluginJar(jar, new PluginClasses(name, url(jar), program, this::libraries)));
    }
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static List<Path> jarsIn(Path directory) {
    List<Path> jars = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return jars;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.jar")) {
      entries.forEach(jar -> jars.add(absolute(jar)));
    } catch (IOException e) {
      LOG.warn(
          "The plugin directory {} can't be read and is left out: {}", directory, e.toString());
    }
    jars.sort(null);
    return jars;
  }

  private static Path absolute(Path jar) {
    return jar.toAbsolutePath().normalize();
  }

  private Kind kind(Path jar) {
    Kind known = looked.get(jar);
    if (known == null) {
      known = look(jar);
      looked.put(jar, known);
    }
    return known;
  }

  /** A class loader passes over damaged jars in silence, so each is opened here first. */
  private static Kind look(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getEntry(OneRegistration.ENTRY) == null ? Kind.LIBRARY : Kind.PLUGINS;
    } catch (IOException | SecurityException e) {
      LOG.warn("The plugin jar {} can't be read and is left out: {}", jar, e.getMessage());
      LOG.debug("Reading {} failed", jar, e);
      return Kind.UNREADABLE;
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file without URL: " + jar, e);
    }
  }
}
