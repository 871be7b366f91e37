package io.github.certbot4j.cli.help;

import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.config.HelpTopics;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.Plugin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes help pages. */
public final class HelpPages {

  private static final String ALL = "all";
  private static final Set<String> VERB_LISTS =
      Set.of("command", "commands", "subcommand", "subcommands", "verbs");

  private final HelpContents contents;
  private final OptionLines lines;
  private final Overview overview;

  /**
   * Pages about these options and plugins.
   *
   * @param options all options, those of the plugins included
   * @param plugins all plugins, hidden ones too
   * @param columns the width of the terminal
   */
  public HelpPages(OptionTable options, List<Plugin> plugins, int columns) {
    this.contents = new HelpContents(options, plugins);
    this.lines = new OptionLines(Math.max(columns, 40) - 2);
    this.overview = new Overview(lines, plugins);
  }

  /**
   * The page of the first word that is a topic, with line ends; the overview when none is.
   *
   * @param words what followed the flags that ask for help
   */
  public String page(List<String> words) {
    for (String word : words) {
      Optional<String> page = page(word);
      if (page.isPresent()) {
        return page.get();
      }
    }
    return overview.framed();
  }

  private Optional<String> page(String word) {
    if (word.equals(ALL)) {
      return Optional.of(complete());
    }
    if (VERB_LISTS.contains(word)) {
      return Optional.of(overview.verbsFramed());
    }
    Optional<Verb> verb = Verb.of(word);
    String topic = verb.map(Verb::word).orElse(word);
    boolean alias = !topic.equals(word);
    List<HelpSection> matching =
        contents.sections().stream().filter(section -> section.topic().equals(topic)).toList();
    if (matching.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder page = new StringBuilder(overview.usage(verb));
    page.append(general(contents.listed(option -> true, HelpPages::isOnEveryPage)));
    for (HelpSection section : matching) {
      Predicate<List<String>> wanted =
          topics -> alias ? contents.isHome(topic, topics) : topics.contains(topic);
      page.append(section(section, contents.listed(section.holds(), wanted)));
    }
    return Optional.of(page.toString());
  }

  /** Every option once. */
  private String complete() {
    StringBuilder page = new StringBuilder("usage:\n").append(overview.text()).append('\n');
    page.append(general(contents.general()));
    for (HelpSection section : contents.sections()) {
      if (!section.topic().contains(":")) {
        page.append(section(section, contents.atHome(section)));
      }
    }
    return page.toString();
  }

  private static boolean isOnEveryPage(List<String> topics) {
    return topics.isEmpty() || topics.contains(HelpTopics.EVERY_PAGE);
  }

  private String general(List<OptionEntry> options) {
    return "options:\n" + listing(options);
  }

  private String section(HelpSection section, List<OptionEntry> options) {
    StringBuilder text = new StringBuilder("\n").append(section.topic()).append(":\n");
    text.append(lines.paragraph(section.description()));
    StringBuilder entries = new StringBuilder();
    for (Verb verb : section.verbs()) {
      entries.append(lines.entry(verb.word(), VerbText.of(verb).summary()));
    }
    entries.append(listing(options));
    return entries.isEmpty() ? text.toString() : text.append('\n').append(entries).toString();
  }

  private String listing(List<OptionEntry> options) {
    StringBuilder entries = new StringBuilder();
    for (OptionEntry option : options) {
      entries.append(lines.of(option));
    }
    return entries.toString();
  }
}
