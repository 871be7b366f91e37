package io.github.certbot4j.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Makes a jar with a plugin that only has a name. */
final class OtherPlugin {
  private static final String SOURCE =
      """
      package org.example.other;

      public final class Other implements io.github.certbot4j.spi.Plugin {
        @Override
        public String name() {
          return "%s";
        }

        @Override
        public String description() {
          return "Another plugin";
        }
      }
      """;

  private OtherPlugin() {}

  /** Compiles it against the distribution's jars. */
  static Path jar(Path jar, String name) throws IOException {
    Path work = Files.createTempDirectory(jar.getParent().getParent(), "other-");
    Path source = FileTree.write(work.resolve("Other.java"), SOURCE.formatted(name));
    Path core = Distribution.directory().resolve("lib/certbot4j-acme-core-1.15.0.jar");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                List.of("-proc:none", "-cp", core.toString(), "-d", work.toString(), source + "")
                    .toArray(String[]::new));
    if (status != 0) {
      throw new AssertionError("the plugin could not be compiled");
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      put(entries, "org/example/other/Other.class", work.resolve("org/example/other/Other.class"));
      Path service = FileTree.write(work.resolve("service"), "org.example.other.Other\n");
      put(entries, "META-INF/services/io.github.certbot4j.spi.Plugin", service);
    }
    return jar;
  }

  private static void put(JarOutputStream jar, String name, Path content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(Files.readAllBytes(content));
    jar.closeEntry();
  }
}
