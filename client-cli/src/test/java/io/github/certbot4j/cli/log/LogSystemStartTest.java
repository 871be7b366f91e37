package io.github.certbot4j.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Test;

/** In classes of its own, since the tests' SLF4J is bound already. */
class LogSystemStartTest {

  @Test
  void logback_is_bound_without_being_registered_or_configured() throws Exception {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (URLClassLoader fresh = freshClasses()) {
      Class<?> logSystem = fresh.loadClass(LogSystem.class.getName());
      logSystem
          .getMethod("start", PrintStream.class, boolean.class)
          .invoke(null, new PrintStream(shown, true, StandardCharsets.UTF_8), false);
      Object logger =
          fresh
              .loadClass("org.slf4j.LoggerFactory")
              .getMethod("getLogger", String.class)
              .invoke(null, "io.github.certbot4j.x");
      fresh.loadClass("org.slf4j.Logger").getMethod("warn", String.class).invoke(logger, "seen");
    } finally {
      System.clearProperty("slf4j.provider");
      System.clearProperty("slf4j.internal.verbosity");
    }
    assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("seen\n");
  }

  private static URLClassLoader freshClasses() throws Exception {
    List<URL> urls = new ArrayList<>();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    StringTokenizer entries = new StringTokenizer(classPath, File.pathSeparator);
    while (entries.hasMoreTokens()) {
      urls.add(Path.of(entries.nextToken()).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }
}
