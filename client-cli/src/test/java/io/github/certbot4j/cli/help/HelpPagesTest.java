package io.github.certbot4j.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionTypes;
import io.github.certbot4j.spi.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpPagesTest {

  private static final String FRAME = "- ".repeat(39) + "-\n";

  private final HelpPages pages = pages(80);

  @Test
  void the_overview_is_framed_and_shown_without_a_known_topic() {
    assertThat(pages.page(List.of()))
        .startsWith("\n" + FRAME + "\n  certbot [SUBCOMMAND] [options] [-d DOMAIN]")
        .endsWith("\n" + FRAME)
        .isEqualTo(pages.page(List.of("bogus")));
  }

  @Test
  void the_overview_says_which_server_plugins_are_missing() {
    assertThat(pages.page(List.of()))
        .contains("\n  (the plugin apache is not installed)\n")
        .contains("\n  --nginx               Use nginx");
  }

  @Test
  void the_first_word_that_is_a_topic_counts() {
    assertThat(pages.page(List.of("bogus", "delete"))).isEqualTo(pages.page(List.of("delete")));
  }

  @Test
  void the_page_of_a_verb_has_usage_general_options_and_its_own() {
    assertThat(pages.page(List.of("rollback")))
        .startsWith(
            """
            usage:

              certbot rollback --checkpoints N -i INSTALLER

            options:
              -h, --help            Show\
            """)
        .contains("\n  -c CONFIG_FILE, --config CONFIG_FILE\n                        A config")
        .contains("\nrollback:\n  How much is undone\n\n  --checkpoints N       How many")
        .contains("(default: 1)")
        .doesNotContain("--duplicate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"command", "commands", "subcommand", "subcommands", "verbs"})
  void the_list_of_verbs_is_sorted_and_framed(String word) {
    String page = pages.page(List.of(word));
    assertThat(page).startsWith("\n" + FRAME).endsWith(FRAME);
    List<String> verbs = new ArrayList<>();
    Matcher line = Pattern.compile("(?m)^  ([a-z_]+)(?: \\(default\\))? {2,}\\S").matcher(page);
    while (line.find()) {
      verbs.add(line.group(1));
    }
    assertThat(verbs).isSorted().hasSameSizeAs(Verb.values());
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void every_verb_has_a_page_and_texts(Verb verb) {
    assertThat(pages.page(List.of(verb.word()))).startsWith("usage:\n\n  certbot ");
    VerbText text = VerbText.of(verb);
    assertThat(text.summary()).isNotBlank();
    assertThat(text.synopsis()).contains(verb.word());
    assertThat(text.options()).isNotBlank();
  }

  @Test
  void an_alias_lists_only_options_whose_first_topic_is_the_verb() {
    assertThat(pages.page(List.of("certonly"))).contains("\n  --csr ").contains("\n  --webroot ");
    assertThat(pages.page(List.of("auth")))
        .contains("\ncertonly:\n")
        .contains("\n  --csr ")
        .doesNotContain("\n  --webroot ");
  }

  @Test
  void the_page_of_a_plugin_has_its_description_and_options() {
    assertThat(pages.page(List.of("nginx")))
        .startsWith("usage:\n\n  certbot [SUBCOMMAND]")
        .contains("\nnginx:\n  Sample nginx\n\n")
        .contains(
            "\n  --nginx-server-root NGINX_SERVER_ROOT\n"
                + "                        Where it is. (default: /etc/nginx)\n");
  }

  @Test
  void the_page_about_plugins_has_a_section_for_the_verb_and_one_for_choosing() {
    String page = pages.page(List.of("plugins"));
    assertThat(page.split("\nplugins:\n", -1)).hasSize(3);
    assertThat(page.indexOf("--prepare")).isBetween(0, page.indexOf("--configurator"));
    assertThat(page.split("--prepare ", -1)).hasSize(2);
  }

  @Test
  void the_page_about_managing_lists_verbs_before_options() {
    assertThat(pages.page(List.of("manage")))
        .containsSubsequence(
            "\n  certificates  ",
            "\n  delete  ",
            "\n  renew  ",
            "\n  revoke  ",
            "\n  update_symlinks  ",
            "\n  --cert-name ");
  }

  @Test
  void the_complete_page_shows_every_visible_option_once() {
    String page = pages.page(List.of("all"));
    String listing = page.substring(page.indexOf("\noptions:\n"));
    for (OptionSpec<?> option : table().options()) {
      if (!option.hidden() && !option.names().isEmpty()) {
        String name = option.names().get(0);
        assertThat(occurrences(listing, "(?m)^  " + Pattern.quote(name) + "(?=[ ,\n])"))
            .as(name)
            .isEqualTo(1);
      }
    }
  }

  @Test
  void hidden_options_and_the_plugin_with_a_colon_are_not_on_the_complete_page() {
    String page = pages.page(List.of("all"));
    assertThat(page).doesNotContain("--text").doesNotContain("certbot-route53:auth:");
    assertThat(pages.page(List.of("certbot-route53:auth"))).contains("\ncertbot-route53:auth:\n");
  }

  @Test
  void sections_of_the_complete_page_have_their_order() {
    assertThat(pages.page(List.of("all")))
        .containsSubsequence(
            "\noptions:\n",
            "\nautomation:\n",
            "\nsecurity:\n",
            "\ntesting:\n",
            "\npaths:\n",
            "\nmanage:\n",
            "\nrun:\n",
            "\ncertonly:\n",
            "\nrenew:\n",
            "\ncertificates:\n",
            "\ndelete:\n",
            "\nrevoke:\n",
            "\nregister:\n",
            "\nupdate_account:\n",
            "\nunregister:\n",
            "\ninstall:\n",
            "\nrollback:\n",
            "\nplugins:\n",
            "\nupdate_symlinks:\n",
            "\nenhance:\n",
            "\nplugins:\n",
            "\nnginx:\n");
  }

  @Test
  void negative_names_have_a_line_of_their_own() {
    assertThat(pages.page(List.of("revoke")))
        .contains("\n  --delete-after-revoke\n")
        .contains("\n  --no-delete-after-revoke\n");
  }

  @Test
  void lines_keep_within_the_width() {
    for (int columns : new int[] {60, 80, 120}) {
      assertThat(pages(columns).page(List.of("certonly")).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns - 2));
    }
  }

  private static int occurrences(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }

  private static HelpPages pages(int columns) {
    return new HelpPages(
        table(), List.of(new Sample("nginx"), new Sample("certbot-route53:auth")), columns);
  }

  private static OptionTable table() {
    return OptionTable.core()
        .with(
            List.of(
                OptionSpec.of("nginx_server_root", OptionTypes.PATH)
                    .names("--nginx-server-root")
                    .topics("nginx")
                    .defaultValue("/etc/nginx")
                    .description("Where it is.")
                    .build()));
  }

  private record Sample(String name) implements Plugin {
    @Override
    public String description() {
      return "Sample " + name;
    }
  }
}
