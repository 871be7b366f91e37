package io.github.certbot4j.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.certbot4j.spi.CertificatePaths;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionType;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.PluginContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What holds for every {@link Plugin}. A test class of the plugin's module extends it. */
public abstract class PluginContract {

  /** A new instance of the plugin. */
  protected abstract Plugin plugin();

  /**
   * A context in which the installer has regular work to do, if it ever has; to be given by plugins
   * that look before they say so.
   */
  protected PluginContext contextWithUpdates() {
    return Contexts.of(new GivenOptions(), ScriptedDisplay.unattended());
  }

  /** The plugins that the program finds where this one is, by the jar's registration. */
  protected List<Class<?>> registered() {
    List<Class<?>> registered = new ArrayList<>();
    ServiceLoader.load(Plugin.class, plugin().getClass().getClassLoader()).stream()
        .forEach(provider -> registered.add(provider.type()));
    return registered;
  }

  @Test
  void it_is_registered_once() {
    assertThat(registered()).containsOnlyOnce(plugin().getClass());
  }

  @Test
  void its_name_has_only_lower_case_letters_digits_and_dashes() {
    assertThat(plugin().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  @Test
  void its_description_is_one_line() {
    assertThat(plugin().description()).isNotBlank().doesNotContain("\n").hasSizeLessThan(100);
  }

  @Test
  void its_option_keys_start_with_its_name() {
    assertThat(plugin().options())
        .allSatisfy(option -> assertThat(option.key()).startsWith(plugin().keyPrefix()));
  }

  @Test
  void every_option_is_declared_once_and_under_names_of_the_plugins_own() {
    List<String> names = new ArrayList<>();
    for (OptionSpec<?> option : plugin().options()) {
      names.addAll(option.names());
      names.addAll(option.negativeNames());
      assertThat(option.names())
          .as("names of " + option.key())
          .contains("--" + option.key().replace('_', '-'));
    }
    assertThat(names).doesNotHaveDuplicates();
    assertThat(plugin().options().stream().map(OptionSpec::key)).doesNotHaveDuplicates();
  }

  @Test
  void every_option_is_described_and_listed_in_a_help_page() {
    for (OptionSpec<?> option : plugin().options()) {
      assertThat(option.description()).as("description of " + option.key()).isNotBlank();
      if (!option.hidden()) {
        assertThat(option.topics()).as("topics of " + option.key()).contains(plugin().name());
      }
    }
  }

  @Test
  void every_default_can_be_stored_and_read_back() {
    for (OptionSpec<?> option : plugin().options()) {
      assertThatCode(() -> checkRoundTrip(option)).as(option.key()).doesNotThrowAnyException();
    }
  }

  @Test
  void two_instances_describe_the_same_plugin() {
    Plugin one = plugin();
    Plugin other = plugin();
    assertThat(one.name()).isEqualTo(other.name());
    assertThat(new HashSet<>(one.options())).isEqualTo(new HashSet<>(other.options()));
    assertThat(one.authenticator().isPresent()).isEqualTo(other.authenticator().isPresent());
    assertThat(one.installer().isPresent()).isEqualTo(other.installer().isPresent());
  }

  @Test
  void an_installer_is_made_for_regular_work_if_it_does_any_and_only_then()
      throws NoSuchMethodException {
    if (plugin().installer().isPresent()) {
      PluginContext context = contextWithUpdates();
      Class<?> worker =
          plugin()
              .installer()
              .get()
              .create(context)
              .getClass()
              .getMethod("update", List.class, CertificatePaths.class)
              .getDeclaringClass();
      assertThat(plugin().hasUpdates(context))
          .as("whether it says that it has updates")
          .isEqualTo(worker != Installer.class);
    }
  }

  private static <T> void checkRoundTrip(OptionSpec<T> option) {
    if (option.defaultValue().isPresent()) {
      OptionType<T> type = option.type();
      T value = option.defaultValue().get();
      assertThat(type.parse(type.format(value))).isEqualTo(value);
    }
  }
}
