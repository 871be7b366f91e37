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
import io.github.certbot4j.spi.OptionSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Which jars are opened for one plugin; a damaged jar beside tells by a warning if it was. */
class NamedJarsTest {

  private static final String RESOURCE = "words.txt";

  @TempDir Path directory;
  @TempDir Path second;

  private final Logger packageLogger =
      (Logger) LoggerFactory.getLogger("io.github.certbot4j.cli.plugin");
  private final ListAppender<ILoggingEvent> records = new ListAppender<>();
  private SampleJars jars;
  private PluginRegistry registry;

  @BeforeEach
  void listen() throws IOException {
    records.start();
    packageLogger.addAppender(records);
    jars = new SampleJars(directory);
    registry =
        new PluginRegistry(SampleJars.builtIns(), jars.program(), List.of(directory, second));
    Files.writeString(directory.resolve("a-damaged.jar"), "no archive");
    jars.add("beta.jar", Beta.class.getName());
  }

  @AfterEach
  void stopListening() {
    packageLogger.detachAppender(records);
  }

  @Test
  void the_jar_of_a_plugins_name_is_the_only_one_that_is_opened_for_it() throws IOException {
    jars.add("alpha.jar", Alpha.class.getName());
    assertThat(registry.find("alpha")).isPresent();
    assertThat(names(registry.addedSoFar())).containsExactly("alpha");
    assertThat(names(registry.foundSoFar())).containsExactly("alpha", "built-in");
    assertOthersUntouched();
  }

  @Test
  void all_jars_are_opened_when_that_jar_holds_another_plugin() throws IOException {
    jars.add("alpha.jar", Beta.class.getName());
    Files.delete(directory.resolve("beta.jar"));
    jars.add("gamma.jar", Alpha.class.getName());
    assertThat(registry.find("alpha"))
        .get()
        .extracting(FoundPlugin::source)
        .isEqualTo(directory.resolve("gamma.jar").toString());
    assertThat(names(registry.all())).containsExactly("alpha", "beta", "built-in");
  }

  @Test
  void all_jars_are_opened_when_there_is_no_such_jar() throws IOException {
    jars.add("gamma.jar", Alpha.class.getName());
    assertThat(registry.find("alpha")).isPresent();
    assertThat(warnings()).hasSize(1);
  }

  @Test
  void all_jars_are_opened_when_that_jar_is_damaged_and_it_is_warned_about_once()
      throws IOException {
    Files.writeString(directory.resolve("alpha.jar"), "no archive");
    jars.add("gamma.jar", Alpha.class.getName());
    assertThat(registry.find("alpha")).isPresent();
    registry.all();
    assertThat(warnings()).hasSize(2).anyMatch(text -> text.contains(directory + "/alpha.jar"));
  }

  @Test
  void a_jar_with_a_missing_class_is_warned_about_once() throws IOException {
    jars.add("alpha.jar", SampleJars.PACKAGE + "Nowhere");
    assertThat(registry.find("alpha")).isEmpty();
    registry.all();
    assertThat(warnings()).filteredOn(text -> text.contains("/alpha.jar")).hasSize(1);
  }

  @Test
  void jars_that_were_opened_for_one_plugin_are_not_opened_again_for_all() throws IOException {
    jars.add("alpha.jar", Alpha.class.getName());
    FoundPlugin first = registry.find("alpha").orElseThrow();
    assertThat(registry.all()).contains(first);
    assertThat(registry.find("alpha").orElseThrow().plugin()).isSameAs(first.plugin());
  }

  @Test
  void jars_of_one_name_in_two_directories_are_an_error_naming_both() throws IOException {
    jars.add("alpha.jar", Alpha.class.getName());
    new SampleJars(second).add("alpha.jar", OtherAlpha.class.getName());
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> registry.find("alpha"))
          .isInstanceOf(FailureException.class)
          .hasMessageContaining("'alpha'")
          .hasMessageContaining(directory + "/alpha.jar")
          .hasMessageContaining(second + "/alpha.jar");
    }
    assertThatThrownBy(() -> registry.lookForOwnerOf("alpha-dir"))
        .isInstanceOf(FailureException.class);
    assertOthersUntouched();
  }

  @Test
  void such_an_error_keeps_no_other_plugin_from_being_used() throws IOException {
    jars.add("alpha.jar", Alpha.class.getName());
    new SampleJars(second).add("alpha.jar", OtherAlpha.class.getName());
    assertThatThrownBy(() -> registry.find("alpha")).isInstanceOf(FailureException.class);
    assertThat(registry.find("beta")).isPresent();
    assertThat(registry.find("built-in")).isPresent();
    assertThatThrownBy(registry::all)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("'alpha'");
  }

  @Test
  void a_plugin_that_another_jar_has_too_is_an_error_when_all_are_looked_at() throws IOException {
    jars.add("alpha.jar", Alpha.class.getName());
    jars.add("zulu.jar", OtherAlpha.class.getName());
    assertThat(registry.find("alpha")).isPresent();
    assertThatThrownBy(registry::all)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(directory + "/alpha.jar")
        .hasMessageContaining(directory + "/zulu.jar");
    assertThatThrownBy(() -> registry.find("unknown")).isInstanceOf(FailureException.class);
  }

  @Test
  void a_plugin_of_the_program_is_found_whatever_a_jar_of_its_name_has() throws IOException {
    jars.add("built-in.jar", Alpha.class.getName());
    assertThat(registry.find("built-in"))
        .get()
        .extracting(found -> found.plugin().getClass().getName())
        .isEqualTo(BuiltIn.class.getName());
    assertThat(registry.addedSoFar()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../%s/alpha", "%s/../../%s/alpha", "", "Alpha", "x:alpha", "a\0b"})
  void what_cannot_be_a_name_is_no_file_name(String name) throws IOException {
    new SampleJars(second).add("alpha.jar", Alpha.class.getName());
    for (String file : List.of(".jar", "Alpha.jar", "x:alpha.jar")) {
      jars.add(file, Alpha.class.getName());
    }
    PluginJars named = new PluginJars(List.of(directory), jars.program());
    assertThat(named.named(name.replace("%s", second.getFileName().toString()))).isEmpty();
    assertThat(named.named("beta")).hasSize(1);
  }

  @Test
  void the_owner_of_an_option_is_looked_for_in_jars_of_each_beginning_of_its_name()
      throws IOException {
    jars.add("two-words.jar", Alpha.class.getName());
    registry.lookForOwnerOf("two-words-and-more");
    assertThat(names(registry.addedSoFar())).containsExactly("alpha");
    registry.lookForOwnerOf("beta");
    assertThat(names(registry.addedSoFar())).containsExactly("alpha");
    registry.lookForOwnerOf("beta-x");
    assertThat(names(registry.addedSoFar())).containsExactly("alpha", "beta");
    assertOthersUntouched();
  }

  @Test
  void a_plugin_finds_what_only_a_library_beside_it_has() throws Exception {
    try (JarOutputStream jar = jars.open("alpha.jar")) {
      register(jar, Alpha.class);
      SampleJars.putClass(jar, Alpha.class.getName());
      SampleJars.put(jar, RESOURCE, "own".getBytes(StandardCharsets.UTF_8));
    }
    library("zulu.jar", "library");
    ClassLoader classes = registry.find("alpha").orElseThrow().plugin().getClass().getClassLoader();
    assertOthersUntouched();

    assertThat(classes.getResource(RESOURCE)).asString().contains("alpha.jar");
    assertOthersUntouched();
    Class<?> other = classes.loadClass(OtherAlpha.class.getName());
    assertThat(other.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("zulu.jar");
    assertThat(Collections.list(classes.getResources(RESOURCE)))
        .extracting(url -> url.toString().replaceFirst("!.*", "").replaceFirst(".*/", ""))
        .containsExactly("alpha.jar", "zulu.jar");
    assertThat(classes.getResource("nowhere.txt")).isNull();
    assertThatThrownBy(() -> classes.loadClass(Beta.class.getName()))
        .as("the class of another plugin")
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void all_plugins_share_the_classes_of_libraries_beside_them() throws Exception {
    jars.add("alpha.jar", Alpha.class.getName());
    library("alibrary.jar", "library");
    ClassLoader alpha = registry.find("alpha").orElseThrow().plugin().getClass().getClassLoader();
    ClassLoader beta = registry.find("beta").orElseThrow().plugin().getClass().getClassLoader();
    assertThat(alpha).isNotSameAs(beta);
    assertThat(alpha.loadClass(OtherAlpha.class.getName()))
        .isSameAs(beta.loadClass(OtherAlpha.class.getName()));
  }

  @Test
  void a_registered_class_may_lie_in_a_library_beside_the_jar() throws IOException {
    try (JarOutputStream jar = jars.open("alpha.jar")) {
      register(jar, OtherAlpha.class);
    }
    library("zulu.jar", "library");
    assertThat(registry.find("alpha")).isPresent();
  }

  @Test
  void a_plugin_is_called_with_its_own_loader_of_classes() throws IOException {
    jars.add("alpha.jar", Alpha.class.getName());
    FoundPlugin found = registry.find("alpha").orElseThrow();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      List<OptionSpec<?>> options = found.forCalling().options();
      assertThat(options).isEmpty();
      assertThat(thread.getContextClassLoader())
          .isSameAs(found.plugin().getClass().getClassLoader());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void library(String file, String text) throws IOException {
    try (JarOutputStream jar = jars.open(file)) {
      SampleJars.putClass(jar, OtherAlpha.class.getName());
      SampleJars.put(jar, RESOURCE, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void register(JarOutputStream jar, Class<?> plugin) throws IOException {
    SampleJars.put(jar, OneRegistration.ENTRY, plugin.getName().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(List<FoundPlugin> plugins) {
    return plugins.stream().map(FoundPlugin::name).toList();
  }

  private void assertOthersUntouched() {
    assertThat(warnings()).as("warnings about the damaged jar").isEmpty();
  }

  private List<String> warnings() {
    return records.list.stream()
        .filter(e -> e.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }
}
