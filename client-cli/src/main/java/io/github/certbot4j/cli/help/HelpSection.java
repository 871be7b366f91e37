package io.github.certbot4j.cli.help;

import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.config.VerbOptions;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A titled part of a page.
 *
 * @param topic the word that asks for it, and its title
 * @param description what stands below the title
 * @param verbs the verbs it lists before its options
 * @param holds which of the topic's options it lists
 */
public record HelpSection(
    String topic, String description, List<Verb> verbs, Predicate<OptionSpec<?>> holds) {

  private static final String PLUGINS = "plugins";

  /** The keys of the options that belong to the verb {@code plugins}, not to choosing plugins. */
  private static final Set<String> LISTING =
      Set.of(
          VerbOptions.INIT.key(),
          VerbOptions.PREPARE.key(),
          VerbOptions.AUTHENTICATORS.key(),
          VerbOptions.INSTALLERS.key());

  private static final List<Verb> ORDER =
      List.of(
          Verb.RUN,
          Verb.CERTONLY,
          Verb.RENEW,
          Verb.CERTIFICATES,
          Verb.DELETE,
          Verb.REVOKE,
          Verb.REGISTER,
          Verb.UPDATE_ACCOUNT,
          Verb.UNREGISTER,
          Verb.INSTALL,
          Verb.ROLLBACK,
          Verb.PLUGINS,
          Verb.UPDATE_SYMLINKS,
          Verb.ENHANCE,
          Verb.SHOW_ACCOUNT,
          Verb.RECONFIGURE);

  private static final List<Verb> MANAGING =
      List.of(
          Verb.CERTIFICATES,
          Verb.DELETE,
          Verb.RENEW,
          Verb.REVOKE,
          Verb.RECONFIGURE,
          Verb.UPDATE_SYMLINKS);

  /** All sections in the order of the complete page, with those of the plugins sorted by name. */
  static List<HelpSection> all(List<Plugin> plugins) {
    List<HelpSection> sections = new ArrayList<>();
    sections.add(group("automation", "Running without a person, and finer points"));
    sections.add(group("security", "Keys and what servers promise to their visitors"));
    sections.add(group("testing", "Trying things out and finding faults"));
    sections.add(group("paths", "Where files and servers are"));
    String managing = "Looking after certificates, by these subcommands and options";
    sections.add(new HelpSection("manage", managing + ":", MANAGING, option -> true));
    for (Verb verb : ORDER) {
      sections.add(ofVerb(verb));
    }
    sections.add(
        new HelpSection(
            PLUGINS,
            "Choosing plugins: what proves control over names, and what configures servers, are"
                + " plugins. The subcommand plugins lists those that are there, and --help with a"
                + " plugin's name shows its options.",
            List.of(),
            option -> !LISTING.contains(option.key())));
    plugins.stream()
        .sorted(Comparator.comparing(Plugin::name))
        .map(plugin -> group(plugin.name(), plugin.description()))
        .forEach(sections::add);
    return sections;
  }

  private static HelpSection group(String topic, String description) {
    return new HelpSection(topic, description, List.of(), option -> true);
  }

  private static HelpSection ofVerb(Verb verb) {
    String description = VerbText.of(verb).options();
    return new HelpSection(
        verb.word(),
        description,
        List.of(),
        verb == Verb.PLUGINS ? option -> LISTING.contains(option.key()) : option -> true);
  }
}
