package io.github.certbot4j.cli.help;

import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.config.HelpTopics;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.OptionSpec;
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

  private final OptionTable options;
  private final List<HelpSection> sections;
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
    this.options = options;
    this.sections = HelpSection.all(plugins);
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
        sections.stream().filter(section -> section.topic().equals(topic)).toList();
    if (matching.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder page = new StringBuilder(overview.usage(verb));
    page.append(general(HelpPages::isGeneralOnly));
    for (HelpSection section : matching) {
      page.append(
          section(section, topics -> alias ? isHome(topic, topics) : topics.contains(topic)));
    }
    return Optional.of(page.toString());
  }

  /** Every option once. */
  private String complete() {
    StringBuilder page = new StringBuilder("usage:\n").append(overview.text()).append('\n');
    page.append(general(topics -> isHome(HelpTopics.GENERAL, topics)));
    for (HelpSection section : sections) {
      if (!section.topic().contains(":")) {
        page.append(section(section, topics -> isHome(section.topic(), topics)));
      }
    }
    return page.toString();
  }

  private static boolean isGeneralOnly(List<String> topics) {
    return topics.isEmpty() || topics.contains(HelpTopics.EVERY_PAGE);
  }

  /** Where an option is shown once: its first topic that has a section, else the general one. */
  private boolean isHome(String topic, List<String> topics) {
    for (String candidate : topics) {
      if (sections.stream().anyMatch(section -> section.topic().equals(candidate))) {
        return candidate.equals(topic);
      }
      if (candidate.equals(HelpTopics.GENERAL)) {
        break;
      }
    }
    return topic.equals(HelpTopics.GENERAL);
  }

  private String general(Predicate<List<String>> topics) {
    return "options:\n" + listed(option -> true, topics);
  }

  private String section(HelpSection section, Predicate<List<String>> topics) {
    StringBuilder text = new StringBuilder("\n").append(section.topic()).append(":\n");
    text.append(lines.paragraph(section.description()));
    StringBuilder entries = new StringBuilder();
    for (Verb verb : section.verbs()) {
      entries.append(lines.entry(verb.word(), VerbText.of(verb).summary()));
    }
    entries.append(listed(section.holds(), topics));
    return entries.isEmpty() ? text.toString() : text.append('\n').append(entries).toString();
  }

  private String listed(Predicate<OptionSpec<?>> holds, Predicate<List<String>> topics) {
    StringBuilder entries = new StringBuilder();
    for (OptionSpec<?> option : options.options()) {
      if (!holds.test(option)) {
        continue;
      }
      if (!option.hidden() && !option.names().isEmpty() && topics.test(option.topics())) {
        entries.append(lines.of(option));
      }
      if (!option.negativeHidden()
          && !option.negativeNames().isEmpty()
          && topics.test(option.negativeTopics())) {
        entries.append(lines.ofNegative(option));
      }
    }
    return entries.toString();
  }
}
