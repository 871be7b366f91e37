package io.github.certbot4j.cli.help;

import io.github.certbot4j.config.HelpTopics;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What there is to show, and in which section each option has its home. */
public final class HelpContents {

  private final OptionTable options;
  private final List<HelpSection> sections;

  /**
   * The contents for these options and plugins.
   *
   * @param options all options, those of the plugins included
   * @param plugins all plugins, hidden ones too
   */
  public HelpContents(OptionTable options, List<Plugin> plugins) {
    this.options = options;
    this.sections = HelpSection.all(plugins);
  }

  /** The sections in the order of the complete page. */
  public List<HelpSection> sections() {
    return sections;
  }

  /** Everything shown that satisfies both conditions, in order of declaration. */
  List<OptionEntry> listed(Predicate<OptionSpec<?>> holds, Predicate<List<String>> topics) {
    List<OptionEntry> entries = new ArrayList<>();
    for (OptionSpec<?> option : options.options()) {
      if (holds.test(option)) {
        for (OptionEntry entry : OptionEntry.shown(option)) {
          if (topics.test(entry.topics())) {
            entries.add(entry);
          }
        }
      }
    }
    return entries;
  }

  /** The options that have their home in no section. */
  public List<OptionEntry> general() {
    return listed(option -> true, topics -> isHome(HelpTopics.GENERAL, topics));
  }

  /** The options that have their home in a section. */
  public List<OptionEntry> atHome(HelpSection section) {
    return listed(section.holds(), topics -> isHome(section.topic(), topics));
  }

  /** Where an option is shown once: its first topic that has a section, else the general one. */
  boolean isHome(String topic, List<String> topics) {
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
}
