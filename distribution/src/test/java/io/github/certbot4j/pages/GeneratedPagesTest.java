package io.github.certbot4j.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.builtin.BuiltInPlugins;
import io.github.certbot4j.cli.host.Version;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionTypes;
import io.github.certbot4j.spi.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages in the tree are those that the declarations give. With {@code -Dregenerate=true} they
 * are written instead.
 */
class GeneratedPagesTest {

  private static final Path OPTIONS = Path.of("../docs/manual/options.md");
  private static final Path SHARE = Path.of("src/main/dist/share");
  private static final Path TEMPLATES = Path.of("src/test/resources");

  private final List<Plugin> plugins =
      Stream.concat(
              BuiltInPlugins.all().stream(),
              ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get))
          .sorted(Comparator.comparing(Plugin::name))
          .toList();
  private final OptionTable options = tableOf(plugins);

  @Test
  void the_page_about_options_is_up_to_date() throws IOException {
    keepUpToDate(OPTIONS, new OptionPages(options, plugins).page());
  }

  @Test
  void the_manual_page_is_up_to_date() throws IOException {
    ManualPage page = new ManualPage(template("certbot.1"), options, plugins);
    keepUpToDate(SHARE.resolve("man/man1/certbot.1"), page.page(Version.number()));
  }

  @Test
  void the_scripts_for_completion_are_up_to_date() throws IOException {
    Completions completions = new Completions(options, plugins);
    Path directory = SHARE.resolve("completions");
    keepUpToDate(directory.resolve("certbot.bash"), completions.bash(template("certbot.bash")));
    keepUpToDate(directory.resolve("_certbot"), completions.zsh(template("certbot.zsh")));
    keepUpToDate(directory.resolve("certbot.fish"), completions.fish(template("certbot.fish")));
  }

  @Test
  void the_plugins_of_the_distribution_are_in_the_pages() {
    assertThat(plugins)
        .extracting(Plugin::name)
        .contains("apache", "manual", "nginx", "standalone", "webroot");
  }

  private static String template(String name) throws IOException {
    return Files.readString(TEMPLATES.resolve(name + ".template"));
  }

  @Test
  void the_page_about_options_has_every_name() {
    String page = new OptionPages(options, plugins).page();
    for (OptionSpec<?> option : options.options()) {
      assertThat(option.names()).allSatisfy(name -> assertThat(page).contains("`" + name));
      assertThat(option.negativeNames()).allSatisfy(name -> assertThat(page).contains("`" + name));
    }
  }

  @Test
  void hyphens_that_users_type_are_kept_apart_from_those_of_spelling() {
    OptionSpec<String> option =
        OptionSpec.of("sample_dir", OptionTypes.PATH)
            .names("--sample-dir")
            .topics("paths")
            .description("A well-known place, like /srv/my-site; see --other-dir.")
            .build();
    String page =
        new ManualPage("@options@\n", OptionTable.core().with(List.of(option)), List.of())
            .page("1");
    assertThat(page)
        .contains(".TP\n\\fB\\-\\-sample\\-dir\\fR \\fISAMPLE_DIR\\fR\n")
        .contains("A well-known place, like /srv/my\\-site; see \\-\\-other\\-dir.");
  }

  private static void keepUpToDate(Path file, String wanted) throws IOException {
    if (Boolean.getBoolean("regenerate")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, wanted);
    }
    assertThat(file)
        .as(
            "generated; to write it anew: mvn -pl distribution -am test -Dregenerate=true"
                + " -Dtest=GeneratedPagesTest -Dsurefire.failIfNoSpecifiedTests=false")
        .hasContent(wanted);
  }

  private static OptionTable tableOf(List<Plugin> plugins) {
    OptionTable table = OptionTable.core();
    for (Plugin plugin : plugins) {
      table = table.with(plugin.options());
    }
    return table;
  }
}
