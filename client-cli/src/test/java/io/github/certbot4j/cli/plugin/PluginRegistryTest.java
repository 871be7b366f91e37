package io.github.certbot4j.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.certbot4j.cli.plugin.sample.Alpha;
import io.github.certbot4j.cli.plugin.sample.Beta;
import io.github.certbot4j.cli.plugin.sample.OtherAlpha;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PluginRegistryTest {

  @TempDir Path directory;

  private final Logger packageLogger =
      (Logger) LoggerFactory.getLogger("io.github.certbot4j.cli.plugin");
  private final ListAppender<ILoggingEvent> records = new ListAppender<>();
  private SampleJars jars;

  @BeforeEach
  void listen() {
    jars = new SampleJars(directory);
    records.start();
    packageLogger.addAppender(records);
  }

  @AfterEach
  void stopListening() {
    packageLogger.detachAppender(records);
  }

  @Test
  void jars_in_the_directories_add_to_the_plugins_of_the_program() throws IOException {
    jars.add("b.jar", Beta.class.getName());
    jars.add("a.jar", Alpha.class.getName());
    PluginRegistry registry = registry();
    assertThat(registry.all())
        .extracting(FoundPlugin::name)
        .containsExactly("alpha", "beta", "built-in");
    assertThat(registry.builtIns()).extracting(FoundPlugin::name).containsExactly("built-in");
    assertThat(registry.addedSoFar())
        .extracting(FoundPlugin::name)
        .containsExactly("alpha", "beta");
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
    jars.add("good.jar", Alpha.class.getName());
    PluginRegistry registry = registry();
    assertThat(registry.find("alpha")).isPresent();
    registry.all();
    assertThat(warnings()).singleElement().asString().contains(directory + "/broken.jar");
  }

  @Test
  void a_jar_that_registers_a_missing_class_is_warned_about() throws IOException {
    jars.add("a-broken.jar", SampleJars.PACKAGE + "Nowhere");
    jars.add("good.jar", Alpha.class.getName());
    assertThat(registry().find("alpha")).isPresent();
    assertThat(warnings()).singleElement().asString().contains(directory + "/a-broken.jar");
  }

  @Test
  void a_jar_with_a_damaged_class_is_warned_about() throws IOException {
    String name = Beta.class.getName();
    try (JarOutputStream jar = jars.open("a-broken.jar")) {
      SampleJars.put(jar, OneRegistration.ENTRY, name.getBytes(StandardCharsets.UTF_8));
      SampleJars.put(jar, name.replace('.', '/') + ".class", new byte[] {1, 2, 3});
    }
    jars.add("good.jar", Alpha.class.getName());
    assertThat(registry().all()).extracting(FoundPlugin::name).containsExactly("alpha", "built-in");
    assertThat(warnings()).singleElement().asString().contains(directory + "/a-broken.jar");
  }

  @Test
  void two_plugins_of_one_name_are_an_error_naming_both_jars() throws IOException {
    jars.add("one.jar", Alpha.class.getName());
    jars.add("two.jar", OtherAlpha.class.getName());
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
    jars.add("alpha-1.jar", Alpha.class.getName());
    jars.add("alpha-2.jar", Alpha.class.getName());
    PluginRegistry registry = registry();
    assertThatThrownBy(registry::all)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("'alpha'")
        .hasMessageContaining(directory + "/alpha-1.jar")
        .hasMessageContaining(directory + "/alpha-2.jar");
  }

  @Test
  void a_directory_that_is_named_twice_does_no_harm() throws IOException {
    jars.add("alpha.jar", Alpha.class.getName());
    PluginRegistry registry =
        new PluginRegistry(
            SampleJars.builtIns(), jars.program(), List.of(directory, directory.resolve(".")));
    assertThat(registry.find("alpha")).isPresent();
  }

  @Test
  void a_library_jar_beside_the_plugins_serves_their_classes() throws IOException {
    try (JarOutputStream jar = jars.open("plugin.jar")) {
      SampleJars.put(
          jar, OneRegistration.ENTRY, Alpha.class.getName().getBytes(StandardCharsets.UTF_8));
    }
    try (JarOutputStream jar = jars.open("zz-library.jar")) {
      SampleJars.putClass(jar, Alpha.class.getName());
    }
    assertThat(registry().find("alpha")).isPresent();
  }

  @Test
  void a_library_that_the_manifest_names_serves_that_plugin_alone() throws Exception {
    Files.createDirectory(directory.resolve("lib"));
    try (JarOutputStream jar = jars.open("lib/library.jar")) {
      SampleJars.putClass(jar, OtherAlpha.class.getName());
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/none.jar lib/library.jar");
    OutputStream out = Files.newOutputStream(directory.resolve("alpha.jar"));
    try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
      SampleJars.put(
          jar, OneRegistration.ENTRY, Alpha.class.getName().getBytes(StandardCharsets.UTF_8));
      SampleJars.putClass(jar, Alpha.class.getName());
    }
    jars.add("beta.jar", Beta.class.getName());
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
    PluginRegistry registry =
        new PluginRegistry(
            SampleJars.builtIns(), jars.program(), List.of(directory.resolve("none")));
    assertThat(registry.all()).hasSize(1);
    assertThat(warnings()).isEmpty();
  }

  private PluginRegistry registry() {
    return new PluginRegistry(SampleJars.builtIns(), jars.program(), List.of(directory));
  }

  private List<String> warnings() {
    return records.list.stream()
        .filter(e -> e.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }
}
