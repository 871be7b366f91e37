package io.github.certbot4j.pages;

import io.github.certbot4j.cli.help.HelpContents;
import io.github.certbot4j.cli.help.HelpSection;
import io.github.certbot4j.cli.help.OptionEntry;
import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Makes the manual's page about options, in Markdown, from the declarations. */
final class OptionPages {

  private static final String INTRODUCTION =
      """
      # Options

      <!-- Generated from the declarations of the options. Don't edit: see OptionPages in distribution. -->

      Every option of the program and of its built-in plugins, each one once. `certbot --help TOPIC` shows
      the same texts; the topic is a heading of this page.

      - An option may stand before or after the subcommand. A long name may be shortened as long as it is
        clear which one is meant, and `--name=value` is the same as `--name value`.
      - In `cli.ini` an option is written as its long name without the dashes, `name = value`; a flag that
        is to be on is written `name = true`. A flag with a negative name is turned off by that name.
      - The column *Renewal key* has the name of the option in the section `[renewalparams]` of a renewal
        configuration, if it is kept there: always, or when it was given or differs from its default.
      - The column *Default* is empty when the absence of the option means something of its own, as the text
        says, or just nothing.
      """;

  private final OptionTable options;
  private final HelpContents contents;

  OptionPages(OptionTable options, List<Plugin> plugins) {
    this.options = options;
    this.contents = new HelpContents(options, plugins);
  }

  /** The whole page. */
  String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("\n## general\n\nFor every subcommand.\n\n").append(table(contents.general()));
    for (HelpSection section : contents.sections()) {
      List<OptionEntry> entries = contents.atHome(section);
      if (!entries.isEmpty()) {
        page.append("\n## ").append(section.topic()).append("\n\n");
        page.append(sentence(section)).append("\n\n").append(table(entries));
      }
    }
    return page.append(notShown()).toString();
  }

  private static String sentence(HelpSection section) {
    String text = section.description();
    if (section.verbs().isEmpty()) {
      return text.endsWith(".") ? text : text + ".";
    }
    String verbs =
        section.verbs().stream().map(Verb::word).map(OptionPages::code).collect(joined());
    return text.replace(":", "") + ": " + verbs + ".";
  }

  private String table(List<OptionEntry> entries) {
    StringBuilder table =
        new StringBuilder("| Option | Meaning | Default | Renewal key |\n|---|---|---|---|\n");
    for (OptionEntry entry : entries) {
      table
          .append("| ")
          .append(entry.forms().stream().map(OptionPages::code).collect(joined()))
          .append(" | ")
          .append(cell(entry.description()))
          .append(" | ")
          .append(defaultOf(entry))
          .append(" | ")
          .append(isKept(entry.option()) ? code(entry.option().key()) : "")
          .append(" |\n");
    }
    return table.toString();
  }

  private String notShown() {
    StringBuilder text =
        new StringBuilder(
            "\n## Not shown by help\n\nAccepted, yet of no use to most people.\n\n"
                + "| Option | Meaning |\n|---|---|\n");
    for (OptionSpec<?> option : options.options()) {
      if (option.hidden() && !option.names().isEmpty()) {
        append(text, option.names(), option.description());
      }
      if ((option.hidden() || option.negativeHidden()) && !option.negativeNames().isEmpty()) {
        append(text, option.negativeNames(), option.negativeDescription());
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> names, String description) {
    text.append("| ").append(names.stream().map(OptionPages::code).collect(joined()));
    text.append(" | ").append(cell(description)).append(" |\n");
  }

  private static String defaultOf(OptionEntry entry) {
    boolean tells =
        !entry.negative()
            && entry.option().takesArgument()
            && entry.option().defaultValue().isPresent();
    String value = tells ? entry.defaultText() : "";
    return value.isEmpty() || value.equals("[]") || value.equals("{}") ? "" : code(value);
  }

  private boolean isKept(OptionSpec<?> option) {
    return !options.isCore(option) || option.stored() != OptionSpec.Stored.NEVER;
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }
}
