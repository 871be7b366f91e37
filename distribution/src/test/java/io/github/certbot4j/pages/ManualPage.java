package io.github.certbot4j.pages;

import io.github.certbot4j.cli.help.HelpContents;
import io.github.certbot4j.cli.help.HelpSection;
import io.github.certbot4j.cli.help.OptionEntry;
import io.github.certbot4j.cli.help.VerbText;
import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.Plugin;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the manual page certbot(1), in roff: a template with the parts that are prose, filled in
 * with what is declared.
 */
final class ManualPage {

  /** Words in which a hyphen is typed as such by users, and not a matter of spelling. */
  private static final Pattern TYPED = Pattern.compile("(?<![\\w-])(?:-\\S+|\\S*[/_]\\S*)");

  private final String template;
  private final HelpContents contents;

  /**
   * Prepares the page.
   *
   * @param template roff with {@code @version@}, {@code @subcommands@} and {@code @options@} on
   *     lines of their own
   */
  ManualPage(String template, OptionTable options, List<Plugin> plugins) {
    this.template = template;
    this.contents = new HelpContents(options, plugins);
  }

  /** The whole page. */
  String page(String version) {
    return template
        .replace("@version@", version)
        .replace("@subcommands@\n", subcommands())
        .replace("@options@\n", options());
  }

  private static String subcommands() {
    StringBuilder text = new StringBuilder();
    for (Verb verb : Verb.values()) {
      String note = verb == Verb.RUN ? " This is the default." : "";
      text.append(".TP\n.B ").append(escaped(verb.word())).append('\n');
      text.append(line(VerbText.of(verb).summary() + "." + note));
    }
    return text.toString();
  }

  private String options() {
    StringBuilder text = new StringBuilder(section("General options", contents.general()));
    for (HelpSection section : contents.sections()) {
      List<OptionEntry> entries = contents.atHome(section);
      if (!entries.isEmpty() && !section.topic().contains(":")) {
        text.append(section(section.topic(), entries));
      }
    }
    return text.toString();
  }

  private static String section(String title, List<OptionEntry> entries) {
    StringBuilder text = new StringBuilder(".SS ").append(line(title));
    for (OptionEntry entry : entries) {
      text.append(".TP\n").append(forms(entry)).append('\n').append(line(entry.text()));
    }
    return text.toString();
  }

  private static String forms(OptionEntry entry) {
    StringBuilder text = new StringBuilder();
    for (String form : entry.forms()) {
      int blank = form.indexOf(' ');
      String name = blank < 0 ? form : form.substring(0, blank);
      text.append(text.isEmpty() ? "" : ", ").append("\\fB").append(escaped(name)).append("\\fR");
      if (blank >= 0) {
        text.append(" \\fI").append(escaped(form.substring(blank + 1))).append("\\fR");
      }
    }
    return text.toString();
  }

  private static String line(String text) {
    Matcher typed = TYPED.matcher(text.replace("\\", "\\e"));
    String escaped = typed.replaceAll(match -> Matcher.quoteReplacement(hyphens(match.group())));
    boolean request = escaped.startsWith(".") || escaped.startsWith("'");
    return (request ? "\\&" : "") + escaped + "\n";
  }

  private static String escaped(String word) {
    return hyphens(word.replace("\\", "\\e"));
  }

  private static String hyphens(String word) {
    return word.replace("-", "\\-");
  }
}
