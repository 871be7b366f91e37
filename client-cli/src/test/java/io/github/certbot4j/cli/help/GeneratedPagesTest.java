package io.github.certbot4j.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.cli.host.Version;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionTypes;
import io.github.certbot4j.spi.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * The pages in the tree are those that the declarations give. With {@code -Dregenerate=true} they
 * are written instead.
 */
class GeneratedPagesTest {

  private static final Path OPTIONS = Path.of("../docs/manual/options.md");
  private static final Path MANUAL_PAGE =
      Path.of("../distribution/src/main/dist/share/man/man1/certbot.1");
  private static final Path TEMPLATE =
      Path.of("src/test/resources/io/github/certbot4j/cli/help/certbot.1.template");

  private final List<Plugin> plugins =
      ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get).toList();
  private final OptionTable options = tableOf(plugins);

  @Test
  void the_page_about_options_is_up_to_date() throws IOException {
    keepUpToDate(OPTIONS, new OptionPages(options, plugins).page());
  }

  @Test
  void the_manual_page_is_up_to_date() throws IOException {
    ManualPage page = new ManualPage(Files.readString(TEMPLATE), options, plugins);
    keepUpToDate(MANUAL_PAGE, page.page(Version.number()));
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
            "generated; to write it anew: mvn -pl client-cli -am test -Dregenerate=true"
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
