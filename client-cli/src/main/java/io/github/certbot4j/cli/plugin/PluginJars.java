package io.github.certbot4j.cli.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jars in plugin directories. */
final class PluginJars {

  private static final Logger LOG = LoggerFactory.getLogger(PluginJars.class);

  private final List<Path> directories;

  PluginJars(List<Path> directories) {
    this.directories = List.copyOf(directories);
  }

  /**
   * The jars that register plugins, in the order of directories and names; each that can't be read
   * is warned about. All share one loader of classes, since plugins may need a library that lies
   * beside them. Nobody closes it: plugins load classes until the process ends.
   */
  List<PluginJar> open(ClassLoader parent) {
    List<URL> urls = new ArrayList<>();
    List<Path> registering = new ArrayList<>();
    for (Path directory : directories) {
      for (Path jar : jarsIn(directory)) {
        look(jar, urls, registering);
      }
    }
    ClassLoader classes = new URLClassLoader("plugins", urls.toArray(new URL[0]), parent);
    return registering.stream().map(jar -> new PluginJar(jar, classes)).toList();
  }

  private static List<Path> jarsIn(Path directory) {
    List<Path> jars = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return jars;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.jar")) {
      entries.forEach(jar -> jars.add(jar.toAbsolutePath().normalize()));
    } catch (IOException e) {
      LOG.warn(
          "The plugin directory {} can't be read and is left out: {}", directory, e.toString());
    }
    jars.sort(null);
    return jars;
  }

  /** A class loader passes over damaged jars in silence, so each is opened here first. */
  private static void look(Path jar, List<URL> urls, List<Path> registering) {
    try (JarFile file = new JarFile(jar.toFile())) {
      urls.add(jar.toUri().toURL());
      if (file.getEntry(OneRegistration.ENTRY) != null) {
        registering.add(jar);
      }
    } catch (IOException | SecurityException e) {
      LOG.warn("The plugin jar {} can't be read and is left out: {}", jar, e.getMessage());
      LOG.debug("Reading {} failed", jar, e);
    }
  }
}
