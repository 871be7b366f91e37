package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.BadValueException;
import io.github.certbot4j.spi.NameBoundOptions;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the uses of options in their order together to typed values with their origins. */
final class SettingsCollector {

  private static final List<OptionSpec<?>> WITHOUT_VALUE =
      List.of(GeneralOptions.HELP, GeneralOptions.VERSION);

  private final Verb verb;
  private final List<NameBoundOptions> readers;
  private final Map<OptionSpec<?>, List<Occurrence>> uses = new LinkedHashMap<>();
  private final Set<DomainName> names = new LinkedHashSet<>();
  private final List<String> warnings = new ArrayList<>();
  private Origin namesOrigin = Origin.CONFIG_FILE;

  SettingsCollector(Verb verb, List<NameBoundOptions> readers) {
    this.verb = verb;
    this.readers = readers;
  }

  /**
   * What was collected.
   *
   * @param boundNames the requested names that plugins' options account for
   * @param warnings what the user should know, each one line
   */
  record Collected(Settings settings, Set<DomainName> boundNames, List<String> warnings) {}

  /**
   * Collects all uses, those from files before those of the line.
   *
   * @throws io.github.certbot4j.model.FailureException for a text that isn't of its option's type
   */
  Collected collect(List<Occurrence> occurrences) {
    for (Occurrence occurrence : occurrences) {
      add(occurrence);
    }
    Settings.Builder settings = new Settings.Builder();
    for (Map.Entry<OptionSpec<?>, List<Occurrence>> use : uses.entrySet()) {
      if (ownerOf(use.getKey()).isEmpty()) {
        put(use.getKey(), use.getValue(), settings);
      }
    }
    if (!names.isEmpty()) {
      settings.put(CertificateOptions.DOMAINS, List.copyOf(names), namesOrigin);
    }
    Set<DomainName> boundNames = new HashSet<>();
    for (NameBoundOptions reader : readers) {
      boundNames.addAll(reader.finish(new Values(settings, originOf(reader))));
    }
    return new Collected(settings.build(), Set.copyOf(boundNames), List.copyOf(warnings));
  }

  private void add(Occurrence occurrence) {
    OptionSpec<?> option = occurrence.option();
    if (option.deprecated()) {
      String place = occurrence.isFromFile() ? occurrence.place() + ": " : "";
      warnings.add(place + "the option " + occurrence.name().name() + " has no effect any more.");
    } else if (option == CertificateOptions.DOMAINS) {
      addNames(occurrence);
    } else if (!WITHOUT_VALUE.contains(option)) {
      addUse(option, occurrence);
    }
  }

  private void addUse(OptionSpec<?> option, Occurrence occurrence) {
    List<Occurrence> ofOption = uses.get(option);
    if (ofOption == null) {
      ofOption = new ArrayList<>(1);
      uses.put(option, ofOption);
    }
    ofOption.add(occurrence);
    Optional<NameBoundOptions> owner = ownerOf(option);
    if (owner.isPresent()) {
      read(owner.get(), occurrence);
    }
  }

  /** Renewal takes its names from the certificates, whatever a configuration file asks for. */
  private void addNames(Occurrence occurrence) {
    if (verb == Verb.RENEW && occurrence.isFromFile()) {
      return;
    }
    List<DomainName> more = CertificateOptions.DOMAINS.type().parse(List.of(occurrence.text()));
    request(more, occurrence.origin());
    for (NameBoundOptions reader : readers) {
      reader.names(more);
    }
  }

  private void request(List<DomainName> more, Origin origin) {
    names.addAll(more);
    if (!more.isEmpty() && origin == Origin.COMMAND_LINE) {
      namesOrigin = origin;
    }
  }

  private void read(NameBoundOptions owner, Occurrence occurrence) {
    List<DomainName> more;
    try {
      more = owner.option(occurrence.option(), occurrence.text());
    } catch (BadValueException e) {
      throw UsageErrors.badValue(occurrence.name(), occurrence.place(), e.getMessage());
    }
    request(more, occurrence.origin());
    for (NameBoundOptions reader : readers) {
      if (reader != owner) {
        reader.names(more);
      }
    }
  }

  private Optional<NameBoundOptions> ownerOf(OptionSpec<?> option) {
    for (NameBoundOptions reader : readers) {
      if (reader.options().contains(option)) {
        return Optional.of(reader);
      }
    }
    return Optional.empty();
  }

  private static <T> void put(
      OptionSpec<T> option, List<Occurrence> occurrences, Settings.Builder settings) {
    List<String> texts = new ArrayList<>(occurrences.size());
    for (Occurrence occurrence : occurrences) {
      texts.add(occurrence.text());
    }
    Occurrence last = occurrences.get(occurrences.size() - 1);
    try {
      settings.put(option, option.type().parse(texts), last.origin());
    } catch (BadValueException e) {
      throw UsageErrors.badValue(last.name(), last.place(), e.getMessage());
    }
  }

  private Origin originOf(NameBoundOptions reader) {
    for (OptionSpec<?> option : reader.options()) {
      for (Occurrence occurrence : uses.getOrDefault(option, List.of())) {
        if (!occurrence.isFromFile()) {
          return Origin.COMMAND_LINE;
        }
      }
    }
    return Origin.CONFIG_FILE;
  }

  private record Values(Settings.Builder settings, Origin origin)
      implements NameBoundOptions.Values {
    @Override
    public <T> void set(OptionSpec<T> option, T value) {
      settings.put(option, value, origin);
    }
  }
}
