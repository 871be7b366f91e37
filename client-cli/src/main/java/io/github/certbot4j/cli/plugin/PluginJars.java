package io.github.certbot4j.cli.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
   * is warned about. Each has a loader of classes of its own, so that looking for a class opens no
   * other plugin's jar and none of that one's libraries. It finds the plugin's classes, those of
   * the jars that its manifest names, and before them those of the program and of jars beside it
   * that register nothing. Nobody closes it: plugins load classes until the process ends.
   */
  List<PluginJar> open(ClassLoader program) {
    Set<Path> registering = new LinkedHashSet<>();
    List<URL> libraries = new ArrayList<>();
    for (Path directory : directories) {
      for (Path jar : jarsIn(directory)) {
        look(jar, registering, libraries);
      }
    }
    ClassLoader parent = libraries.isEmpty() ? program : loader("libraries", libraries, program);
    List<PluginJar> jars = new ArrayList<>();
    for (Path jar : registering) {
      String name = jar.getFileName().toString();
      jars.add(new PluginJar(jar, loader(name, List.of(url(jar)), parent)));
    }
    return jars;
  }

  private static ClassLoader loader(String name, List<URL> jars, ClassLoader parent) {
    return new URLClassLoader(name, jars.toArray(new URL[0]), parent);
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
  private static void look(Path jar, Set<Path> registering, List<URL> libraries) {
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getEntry(OneRegistration.ENTRY) != null) {
        registering.add(jar);
      } else {
        libraries.add(url(jar));
      }
    } catch (IOException | SecurityException e) {
      LOG.warn("The plugin jar {} can't be read and is left out: {}", jar, e.getMessage());
      LOG.debug("Reading {} failed", jar, e);
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
