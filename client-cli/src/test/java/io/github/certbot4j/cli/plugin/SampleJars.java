package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.cli.plugin.sample.BuiltIn;
import io.github.certbot4j.spi.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Jars with sample plugins, in a plugin directory. */
final class SampleJars {

  static final String PACKAGE = "io.github.certbot4j.cli.plugin.sample.";

  private final Path directory;

  SampleJars(Path directory) {
    this.directory = directory;
  }

  /** What is built in: one of the samples. */
  static List<Plugin> builtIns() {
    return List.of(new BuiltIn());
  }

  /** Sees the tests' classes except the samples, of which it sees only what is built in. */
  ClassLoader program() {
    ClassLoader all = SampleJars.class.getClassLoader();
    return new ClassLoader(all) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(PACKAGE) && !name.equals(BuiltIn.class.getName())) {
          throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
      }
    };
  }

  /** A jar that registers a plugin and has its class, if there is one. */
  void add(String file, String className) throws IOException {
    try (JarOutputStream jar = open(file)) {
      put(jar, OneRegistration.ENTRY, className.getBytes(StandardCharsets.UTF_8));
      putClass(jar, className);
    }
  }

  JarOutputStream open(String file) throws IOException {
    return new JarOutputStream(Files.newOutputStream(directory.resolve(file)));
  }

  static void putClass(JarOutputStream jar, String className) throws IOException {
    String entry = className.replace('.', '/') + ".class";
    try (InputStream code = SampleJars.class.getClassLoader().getResourceAsStream(entry)) {
      if (code != null) {
        put(jar, entry, code.readAllBytes());
      }
    }
  }

  static void put(JarOutputStream jar, String entry, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(entry));
    jar.write(content);
    jar.closeEntry();
  }
}
