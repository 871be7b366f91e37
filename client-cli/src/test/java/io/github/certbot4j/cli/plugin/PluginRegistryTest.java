package io.github.certbot4j.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.certbot4j.cli.plugin.sample.Alpha;
import io.github.certbot4j.cli.plugin.sample.Beta;
import io.github.certbot4j.cli.plugin.sample.BuiltIn;
import io.github.certbot4j.cli.plugin.sample.OtherAlpha;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PluginRegistryTest {

  private static final String SAMPLES = "io.github.certbot4j.cli.plugin.sample.";

  @TempDir Path directory;

  private final Logger packageLogger =
      (Logger) LoggerFactory.getLogger("io.github.certbot4j.cli.plugin");
  private final ListAppender<ILoggingEvent> records = new ListAppender<>();

  @BeforeEach
  void listen() {
    records.start();
    packageLogger.addAppender(records);
  }

  @AfterEach
  void stopListening() {
    packageLogger.detachAppender(records);
  }

  @Test
  void jars_in_the_directories_add_to_the_plugins_of_the_program() throws IOException {
    jar("b.jar", Beta.class.getName());
    jar("a.jar", Alpha.class.getName());
    PluginRegistry registry = registry();
    assertThat(registry.all())
        .extracting(FoundPlugin::name)
        .containsExactly("alpha", "beta", "built-in");
    assertThat(registry.builtIns()).extracting(FoundPlugin::name).containsExactly("built-in");
    assertThat(registry.added()).extracting(FoundPlugin::name).containsExactly("alpha", "beta");
    assertThat(registry.foundSoFar()).isEqualTo(registry.all());
    assertThat(registry.find("beta"))
        .get()
        .extracting(FoundPlugin::source)
        .isEqualTo(directory.resolve("b.jar").toString());
  }

  @Test
  void jars_are_not_opened_for_a_plugin_of_the_program() throws IOException {
    Files.writeString(directory.resolve("broken.jar"), "no archive");
    PluginRegistry registry = registry();
    assertThat(registry.find("built-in")).isPresent();
    assertThat(registry.builtIns()).hasSize(1);
    assertThat(registry.foundSoFar()).isEqualTo(registry.builtIns());
    assertThat(warnings()).isEmpty();
    assertThat(registry.find("unknown")).isEmpty();
    assertThat(warnings()).hasSize(1);
  }

  @Test
  void a_file_that_is_no_archive_is_warned_about_once_and_the_rest_goes_on() throws IOException {
    Files.writeString(directory.resolve("broken.jar"), "no archive");
    jar("good.jar", Alpha.class.getName());
    PluginRegistry registry = registry();
    assertThat(registry.find("alpha")).isPresent();
    registry.all();
    assertThat(warnings()).singleElement().asString().contains(directory + "/broken.jar");
  }

  @Test
  void a_jar_that_registers_a_missing_class_is_warned_about() throws IOException {
    jar("a-broken.jar", SAMPLES + "Nowhere");
    jar("good.jar", Alpha.class.getName());
    assertThat(registry().find("alpha")).isPresent();
    assertThat(warnings()).singleElement().asString().contains(directory + "/a-broken.jar");
  }

  @Test
  void a_jar_with_a_damaged_class_is_warned_about() throws IOException {
    String name = Beta.class.getName();
    try (JarOutputStream jar = newJar("a-broken.jar")) {
      put(jar, OneRegistration.ENTRY, name.getBytes(StandardCharsets.UTF_8));
      put(jar, name.replace('.', '/') + ".class", new byte[] {1, 2, 3});
    }
    jar("good.jar", Alpha.class.getName());
    assertThat(registry().all()).extracting(FoundPlugin::name).containsExactly("alpha", "built-in");
    assertThat(warnings()).singleElement().asString().contains(directory + "/a-broken.jar");
  }

  @Test
  void two_plugins_of_one_name_are_an_error_naming_both_jars() throws IOException {
    jar("one.jar", Alpha.class.getName());
    jar("two.jar", OtherAlpha.class.getName());
    PluginRegistry registry = registry();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(registry::all)
          .isInstanceOf(FailureException.class)
          .hasMessageContaining("'alpha'")
          .hasMessageContaining(directory + "/one.jar")
          .hasMessageContaining(directory + "/two.jar");
    }
  }

  @Test
  void two_versions_of_one_plugin_are_an_error_naming_both_jars() throws IOException {
    jar("alpha-1.jar", Alpha.class.getName());
    jar("alpha-2.jar", Alpha.class.getName());
    PluginRegistry registry = registry();
    assertThatThrownBy(registry::all)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("'alpha'")
        .hasMessageContaining(directory + "/alpha-1.jar")
        .hasMessageContaining(directory + "/alpha-2.jar");
  }

  @Test
  void a_directory_that_is_named_twice_does_no_harm() throws IOException {
    jar("alpha.jar", Alpha.class.getName());
    PluginRegistry registry =
        new PluginRegistry(program(), List.of(directory, directory.resolve(".")));
    assertThat(registry.find("alpha")).isPresent();
  }

  @Test
  void a_library_jar_beside_the_plugins_serves_their_classes() throws IOException {
    try (JarOutputStream jar = newJar("plugin.jar")) {
      put(jar, OneRegistration.ENTRY, Alpha.class.getName().getBytes(StandardCharsets.UTF_8));
    }
    try (JarOutputStream jar = newJar("zz-library.jar")) {
      putClass(jar, Alpha.class.getName());
    }
    assertThat(registry().find("alpha")).isPresent();
  }

  @Test
  void a_library_that_the_manifest_names_serves_that_plugin_alone() throws Exception {
    Files.createDirectory(directory.resolve("lib"));
    try (JarOutputStream jar = newJar("lib/library.jar")) {
      putClass(jar, OtherAlpha.class.getName());
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/none.jar lib/library.jar");
    OutputStream out = Files.newOutputStream(directory.resolve("alpha.jar"));
    try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
      put(jar, OneRegistration.ENTRY, Alpha.class.getName().getBytes(StandardCharsets.UTF_8));
      putClass(jar, Alpha.class.getName());
    }
    jar("beta.jar", Beta.class.getName());
    PluginRegistry registry = registry();

    assertThat(classesOf(registry, "alpha").loadClass(OtherAlpha.class.getName())).isNotNull();
    assertThatThrownBy(() -> classesOf(registry, "beta").loadClass(OtherAlpha.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(warnings()).isEmpty();
  }

  private static ClassLoader classesOf(PluginRegistry registry, String name) {
    return registry.find(name).orElseThrow().plugin().getClass().getClassLoader();
  }

  @Test
  void directories_that_do_not_exist_are_passed_over() {
    PluginRegistry registry = new PluginRegistry(program(), List.of(directory.resolve("none")));
    assertThat(registry.all()).hasSize(1);
    assertThat(warnings()).isEmpty();
  }

  private PluginRegistry registry() {
    return new PluginRegistry(program(), List.of(directory));
  }

  private List<String> warnings() {
    return records.list.stream()
        .filter(e -> e.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  /** Sees this test's classes except the samples, and registers one of those as built in. */
  private ClassLoader program() {
    ClassLoader all = PluginRegistryTest.class.getClassLoader();
    return new ClassLoader(all) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(SAMPLES) && !name.equals(BuiltIn.class.getName())) {
          throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
      }

      @Override
      public URL getResource(String name) {
        if (!name.equals(OneRegistration.ENTRY)) {
          return super.getResource(name);
        }
        try {
          return Files.writeString(directory.resolve("built-ins"), BuiltIn.class.getName())
              .toUri()
              .toURL();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private void jar(String file, String className) throws IOException {
    try (JarOutputStream jar = newJar(file)) {
      put(jar, OneRegistration.ENTRY, className.getBytes(StandardCharsets.UTF_8));
      putClass(jar, className);
    }
  }

  private JarOutputStream newJar(String file) throws IOException {
    OutputStream out = Files.newOutputStream(directory.resolve(file));
    return new JarOutputStream(out);
  }

  private static void putClass(JarOutputStream jar, String className) throws IOException {
    String entry = className.replace('.', '/') + ".class";
    try (InputStream code = PluginRegistryTest.class.getClassLoader().getResourceAsStream(entry)) {
      if (code != null) {
        put(jar, entry, code.readAllBytes());
      }
    }
  }

  private static void put(JarOutputStream jar, String entry, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(entry));
    jar.write(content);
    jar.closeEntry();
  }
}
