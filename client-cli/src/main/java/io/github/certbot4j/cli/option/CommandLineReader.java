package io.github.certbot4j.cli.option;

import io.github.certbot4j.cli.option.ConfigFiles.ConfigFile;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.HookValidator;
import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Environment;
import io.github.certbot4j.spi.NameBoundOptions;
import io.github.certbot4j.spi.OptionSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a command line together with the configuration files. One instance reads one line. */
public final class CommandLineReader {

  private final OptionTable table;
  private final Supplier<List<NameBoundOptions>> readers;
  private final ConfigFiles files;
  private final Path workingDirectory;
  private final List<SettingsRule> rules;

  /**
   * A reader for one run.
   *
   * @param table the options there are, plugins' included
   * @param readers makes new ones of all plugins that have such; asked when the line is parsed
   * @param surroundings what the run finds outside of the line
   */
  public CommandLineReader(
      OptionTable table, Supplier<List<NameBoundOptions>> readers, Surroundings surroundings) {
    this.table = table;
    this.readers = readers;
    this.files = surroundings.files();
    this.workingDirectory = surroundings.workingDirectory();
    this.rules =
        List.of(
            new DeployHookRule(),
            new AbsolutePaths(workingDirectory),
            new ImpliedChoices(),
            new DialogueRule(),
            new TestServerRule(),
            new SigningRequestRule(),
            new HookProgramsRule(
                new HookValidator(
                    new SearchPath(surroundings.environment().variable("PATH").orElse("")),
                    workingDirectory)),
            new CombinationsRule());
  }

  /**
   * What a command line is read in.
   *
   * @param files the configuration files
   * @param environment the environment variables
   * @param workingDirectory what relative paths are relative to; absolute
   */
  public record Surroundings(ConfigFiles files, Environment environment, Path workingDirectory) {}

  /**
   * Reads a line as the shell passed it, without the name of the program.
   *
   * @throws FailureException with a {@link io.github.certbot4j.model.Failure.Usage} for a malformed
   *     line or configuration file, another one for what cannot be done as asked
   */
  public Invocation read(List<String> arguments) {
    Optional<Invocation> help = HelpRequest.in(arguments);
    if (help.isPresent()) {
      return help.get();
    }
    VerbFinder.Found found = VerbFinder.find(arguments);
    ArgumentNormalizer.Line line = ArgumentNormalizer.normalize(table, found.arguments());
    if (uses(line, GeneralOptions.HELP)) {
      return new Invocation.ShowHelp(List.of());
    }
    if (uses(line, GeneralOptions.VERSION)) {
      return new Invocation.ShowVersion();
    }
    refuseLeftOver(line.leftOver(), found);
    return act(found.verb(), line.uses());
  }

  private Invocation act(Verb verb, List<Occurrence> line) {
    List<ConfigFile> configFiles = files.read(givenFile(line));
    List<Occurrence> all = new ConfigEntries(table).before(line, configFiles);
    SettingsCollector.Collected collected = new SettingsCollector(verb, readers.get()).collect(all);
    Settings settings = collected.settings();
    for (SettingsRule rule : rules) {
      settings = rule.apply(verb, settings);
    }
    if (verb == Verb.RENEW) {
      refuseNames(settings, collected.boundNames());
    }
    return new Invocation.Act(verb, settings, collected.warnings());
  }

  private Optional<Path> givenFile(List<Occurrence> line) {
    Optional<Path> file = Optional.empty();
    for (Occurrence occurrence : line) {
      if (occurrence.option() == GeneralOptions.CONFIG_FILE) {
        file = Optional.of(workingDirectory.resolve(occurrence.text()));
      }
    }
    return file;
  }

  private static boolean uses(ArgumentNormalizer.Line line, OptionSpec<?> option) {
    for (Occurrence use : line.uses()) {
      if (use.option() == option) {
        return true;
      }
    }
    return false;
  }

  private void refuseLeftOver(List<String> words, VerbFinder.Found found) {
    if (words.isEmpty()) {
      return;
    }
    String word = words.get(0);
    if (word.length() > 1 && word.charAt(0) == '-' && !word.equals("--")) {
      throw UsageErrors.unknownOption(word, table);
    }
    if (found.explicit() || word.startsWith("-")) {
      throw UsageErrors.usage(
          "'" + word + "' is not the argument of any option.",
          "Several names are separated by commas, or each has a -d of its own.");
    }
    throw UsageErrors.unknownVerb(word);
  }

  private static void refuseNames(Settings settings, Set<DomainName> boundNames) {
    for (DomainName name : settings.get(CertificateOptions.DOMAINS)) {
      if (!boundNames.contains(name)) {
        throw FailureException.rejected(
            "renew takes the names from the certificates, so " + name + " cannot be asked for.",
            "Choose one certificate by --cert-name, or use certonly to change its names.");
      }
    }
  }
}
