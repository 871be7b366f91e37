package io.github.certbot4j.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.github.certbot4j.cli.console.DisplayMode;
import io.github.certbot4j.cli.console.Displays;
import io.github.certbot4j.cli.console.Terminal;
import io.github.certbot4j.cli.plugin.sample.SampleRoles;
import io.github.certbot4j.exec.CommandRunner;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionValues;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.PluginUnusableException.Reason;
import io.github.certbot4j.spi.Waiter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PluginSelectionTest {

  private enum State {
    WORKS,
    MISCONFIGURED,
    NOT_INSTALLED;

    void prepare() {
      if (this == MISCONFIGURED) {
        throw new PluginUnusableException(Reason.MISCONFIGURED, "line 3 is wrong");
      }
      if (this == NOT_INSTALLED) {
        throw new PluginUnusableException(Reason.NOT_INSTALLED, "no such program");
      }
    }
  }

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final List<Plugin> plugins = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private String answers = "";
  private boolean mayAsk = true;

  @Test
  void one_name_for_both_roles_gives_one_object() {
    both("nginx", State.WORKS);
    SelectedPlugins selected = select(PluginNeed.BOTH, "nginx", "nginx");
    assertThat(selected.summary()).isEqualTo("Authenticator nginx, Installer nginx");
    assertThat(selected.authenticator().orElseThrow().role())
        .isSameAs(selected.installer().orElseThrow().role());
    assertThat(events).containsExactly("create nginx", "prepare nginx");
  }

  @Test
  void only_the_named_plugins_are_instantiated_and_prepared() {
    both("apache", State.WORKS);
    both("nginx", State.WORKS);
    authenticator("webroot", State.WORKS);
    assertThat(select(PluginNeed.BOTH, "webroot", "nginx").summary())
        .isEqualTo("Authenticator webroot, Installer nginx");
    assertThat(events)
        .containsExactly("create nginx", "prepare nginx", "create webroot", "prepare webroot");
  }

  @Test
  void libraries_of_a_selected_plugin_find_their_services_where_its_classes_are() {
    authenticator("webroot", State.WORKS);
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(new ClassLoader(getClass().getClassLoader()) {});
    select(PluginNeed.AUTHENTICATOR, "webroot", "");
    assertThat(thread.getContextClassLoader()).isSameAs(Sample.class.getClassLoader());
  }

  @Test
  void running_with_a_pure_authenticator_advises_certonly_or_an_installer() {
    authenticator("webroot", State.WORKS);
    both("nginx", State.WORKS);
    assertFails(PluginNeed.BOTH, "webroot", "").contains("certonly").contains("--installer");
  }

  @Test
  void running_without_names_offers_what_has_both_roles() {
    both("apache", State.WORKS);
    both("nginx", State.WORKS);
    authenticator("webroot", State.WORKS);
    answers = "2\n";
    assertThat(select(PluginNeed.BOTH, "", "").summary())
        .isEqualTo("Authenticator nginx, Installer nginx");
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("\n1: About apache (apache)\n2: About nginx (nginx)\n- - ")
        .doesNotContain("webroot");
  }

  @Test
  void running_with_only_an_authenticator_of_both_roles_asks_for_the_installer() {
    both("apache", State.WORKS);
    both("nginx", State.WORKS);
    answers = "1\n";
    assertThat(select(PluginNeed.BOTH, "nginx", "").summary())
        .isEqualTo("Authenticator nginx, Installer apache");
  }

  @Test
  void the_only_candidate_is_used_without_asking() {
    both("nginx", State.WORKS);
    both("apache", State.NOT_INSTALLED);
    assertThat(select(PluginNeed.INSTALLER, "", "").installer().orElseThrow().name())
        .isEqualTo("nginx");
    assertThat(shown.size()).isZero();
  }

  @Test
  void a_misconfigured_candidate_is_marked_and_choosing_it_asks_again() {
    both("apache", State.MISCONFIGURED);
    both("nginx", State.WORKS);
    answers = "1\n2\n";
    assertThat(select(PluginNeed.INSTALLER, "", "").installer().orElseThrow().name())
        .isEqualTo("nginx");
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("1: About apache (apache) [Misconfigured]\n")
        .contains("line 3 is wrong");
    assertThat(events).containsOnlyOnce("prepare apache").containsOnlyOnce("prepare nginx");
  }

  @Test
  void a_single_misconfigured_candidate_is_none() {
    both("nginx", State.MISCONFIGURED);
    assertFails(PluginNeed.INSTALLER, "", "").contains("web server");
  }

  @Test
  void cancelling_the_menu_is_as_if_there_were_no_plugin() {
    authenticator("standalone", State.WORKS);
    authenticator("webroot", State.WORKS);
    answers = "c\n";
    assertFails(PluginNeed.AUTHENTICATOR, "", "").contains("No authenticator");
  }

  @Test
  void hidden_plugins_are_not_offered_yet_can_be_named() {
    plugins.add(new Sample("manual", true, false, true, State.WORKS));
    authenticator("webroot", State.WORKS);
    assertThat(select(PluginNeed.AUTHENTICATOR, "", "").summary())
        .isEqualTo("Authenticator webroot, Installer None");
    assertThat(select(PluginNeed.AUTHENTICATOR, "manual", "").summary())
        .isEqualTo("Authenticator manual, Installer None");
  }

  @Test
  void a_run_that_may_not_ask_needs_names_even_with_one_candidate() {
    both("nginx", State.WORKS);
    mayAsk = false;
    assertFails(PluginNeed.BOTH, "", "").contains("--help plugins");
    assertFails(PluginNeed.ROLLBACK, "", "").contains("--help plugins");
    assertThat(events).isEmpty();
  }

  @Test
  void unknown_broken_and_unfit_names_are_told_apart() {
    both("apache", State.NOT_INSTALLED);
    authenticator("webroot", State.WORKS);
    assertFails(PluginNeed.INSTALLER, "", "iis").contains("iis is not installed");
    assertFails(PluginNeed.INSTALLER, "", "apache").contains("not working: no such program");
    assertFails(PluginNeed.INSTALLER, "", "webroot").contains("can't be used as installer");
  }

  @Test
  void obtaining_only_takes_no_installer_unless_one_is_named() {
    both("nginx", State.WORKS);
    assertThat(select(PluginNeed.AUTHENTICATOR, "nginx", "").summary())
        .isEqualTo("Authenticator nginx, Installer None");
    assertThat(select(PluginNeed.AUTHENTICATOR, "nginx", "nginx").summary())
        .isEqualTo("Authenticator nginx, Installer nginx");
  }

  @Test
  void obtaining_only_drops_a_named_installer_that_is_unknown_or_broken() {
    authenticator("webroot", State.WORKS);
    both("apache", State.NOT_INSTALLED);
    assertThat(select(PluginNeed.AUTHENTICATOR, "webroot", "iis").installer()).isEmpty();
    assertThat(select(PluginNeed.AUTHENTICATOR, "webroot", "apache").installer()).isEmpty();
  }

  @Test
  void rolling_back_without_usable_installer_is_no_error() {
    both("nginx", State.NOT_INSTALLED);
    assertThat(select(PluginNeed.ROLLBACK, "", "nginx")).isEqualTo(SelectedPlugins.NONE);
    assertThat(select(PluginNeed.ROLLBACK, "", "iis")).isEqualTo(SelectedPlugins.NONE);
    assertThat(select(PluginNeed.ROLLBACK, "", "")).isEqualTo(SelectedPlugins.NONE);
  }

  @Test
  void rolling_back_uses_an_installer_whose_server_refuses_its_configuration() {
    both("nginx", State.MISCONFIGURED);
    assertThat(select(PluginNeed.ROLLBACK, "", "nginx").installer()).isPresent();
    assertThat(select(PluginNeed.ROLLBACK, "", "").installer()).isPresent();
  }

  @Test
  void no_need_touches_no_plugin() {
    both("nginx", State.WORKS);
    assertThat(select(PluginNeed.NONE, "nginx", "nginx")).isEqualTo(SelectedPlugins.NONE);
    assertThat(events).isEmpty();
  }

  @Test
  void the_listing_shows_visible_plugins_with_their_roles() {
    both("nginx", State.WORKS);
    plugins.add(new Sample("manual", true, false, true, State.WORKS));
    authenticator("webroot", State.WORKS);
    PluginListing listing = new PluginListing(registry(), context());
    assertThat(listing.text(new PluginListing.Filter(false, false, false, false)))
        .isEqualTo(
            """
            * nginx
            Description: About nginx
            Interfaces: Authenticator, Installer, Plugin
            Entry point: nginx = %1$s

            * webroot
            Description: About webroot
            Interfaces: Authenticator, Plugin
            Entry point: webroot = %1$s\
            """
                .formatted(Sample.class.getName()));
    assertThat(listing.text(new PluginListing.Filter(true, true, false, false)))
        .contains("* nginx")
        .doesNotContain("* webroot");
    assertThat(events).isEmpty();
  }

  @Test
  void the_listing_can_initialize_and_prepare() {
    both("apache", State.NOT_INSTALLED);
    both("nginx", State.MISCONFIGURED);
    authenticator("webroot", State.WORKS);
    PluginListing listing = new PluginListing(registry(), context());
    assertThat(listing.text(new PluginListing.Filter(false, false, true, false)))
        .contains("\nInitialized: " + SampleRoles.class.getName())
        .contains("* apache")
        .doesNotContain("Prep:");
    assertThat(listing.text(new PluginListing.Filter(false, false, false, true)))
        .contains("\nPrep: line 3 is wrong\n\n* webroot")
        .endsWith("\nPrep: True")
        .doesNotContain("* apache");
  }

  private org.assertj.core.api.AbstractStringAssert<?> assertFails(
      PluginNeed need, String authenticator, String installer) {
    String[] message = new String[1];
    assertThatThrownBy(() -> select(need, authenticator, installer))
        .isInstanceOfSatisfying(FailureException.class, e -> message[0] = e.getMessage());
    return assertThat(message[0]);
  }

  private SelectedPlugins select(PluginNeed need, String authenticator, String installer) {
    return new PluginSelection(registry(), context(), mayAsk)
        .select(need, new PluginRequest(name(authenticator), name(installer)));
  }

  private static Optional<String> name(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private PluginRegistry registry() {
    return new PluginRegistry(plugins, getClass().getClassLoader(), List.of());
  }

  private PluginContext context() {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            true,
            true);
    Path root = Path.of("/nowhere");
    return new PluginContext(
        mock(OptionValues.class),
        new Directories(root, root, root),
        Displays.open(DisplayMode.INTERACTIVE, terminal, false),
        mock(CommandRunner.class),
        name -> Optional.empty(),
        mock(Waiter.class),
        new DirectoryLocks());
  }

  private void both(String name, State state) {
    plugins.add(new Sample(name, true, true, false, state));
  }

  private void authenticator(String name, State state) {
    plugins.add(new Sample(name, true, false, false, state));
  }

  private final class Sample implements Plugin {

    private final String name;
    private final boolean authenticates;
    private final boolean installs;
    private final boolean hidden;
    private final State state;

    Sample(String name, boolean authenticates, boolean installs, boolean hidden, State state) {
      this.name = name;
      this.authenticates = authenticates;
      this.installs = installs;
      this.hidden = hidden;
      this.state = state;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String description() {
      return "About " + name;
    }

    @Override
    public boolean hidden() {
      return hidden;
    }

    @Override
    public Optional<Factory<io.github.certbot4j.spi.Authenticator>> authenticator() {
      return authenticates ? Optional.of(context -> create()) : Optional.empty();
    }

    @Override
    public Optional<Factory<io.github.certbot4j.spi.Installer>> installer() {
      return installs ? Optional.of(context -> create()) : Optional.empty();
    }

    private SampleRoles create() {
      events.add("create " + name);
      return new SampleRoles(
          () -> {
            events.add("prepare " + name);
            state.prepare();
          });
    }
  }
}
