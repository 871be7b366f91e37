package io.github.certbot4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds the list of what is the program's own, which plugins don't get in a version of theirs, to
 * the jars that the program was built with.
 */
final class ProgramPackagesIT {

  private final Path built = Path.of(System.getProperty("certbot4j.dist"));
  private URLClassLoader program;
  private Method mayHave;

  @BeforeEach
  void open() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jarsIn("lib")) {
      urls.add(jar.toUri().toURL());
    }
    program = new URLClassLoader(urls.toArray(new URL[0]), null);
    mayHave =
        program
            .loadClass("io.github.certbot4j.cli.plugin.ProgramPackages")
            .getDeclaredMethod("mayHave", String.class);
    mayHave.setAccessible(true);
  }

  @AfterEach
  void close() throws IOException {
    program.close();
  }

  @Test
  void every_class_of_the_programs_jars_is_the_programs() throws Exception {
    Set<String> packages = packagesIn(jarsIn("lib"));
    assertThat(packages).contains("io.github.certbot4j.spi", "org.slf4j").allMatch(this::isKnown);
  }

  @Test
  void every_package_of_java_is_the_programs() {
    Set<String> packages = new TreeSet<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      if (module.descriptor().name().startsWith("java.")) {
        packages.addAll(module.descriptor().packages());
      }
    }
    assertThat(packages).contains("java.lang").allMatch(this::isKnown);
  }

  @Test
  void no_class_of_a_plugin_is_the_programs() throws Exception {
    List<Path> plugins = jarsIn("plugins");
    assertThat(plugins).isNotEmpty();
    assertThat(packagesIn(plugins)).noneMatch(this::isKnown);
  }

  private boolean isKnown(String packageName) {
    try {
      return (boolean) mayHave.invoke(null, packageName + ".Some");
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(packageName, e);
    }
  }

  private List<Path> jarsIn(String directory) throws IOException {
    try (Stream<Path> files = Files.list(built.resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private static Set<String> packagesIn(List<Path> jars) throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path jar : jars) {
      try (JarFile file = new JarFile(jar.toFile())) {
        file.stream()
            .map(entry -> entry.getName().replaceFirst("^META-INF/versions/[0-9]+/", ""))
            .filter(name -> name.endsWith(".class") && name.contains("/"))
            .forEach(name -> packages.add(name.replaceFirst("/[^/]*$", "").replace('/', '.')));
      }
    }
    return packages;
  }
}
