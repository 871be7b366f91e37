package io.github.certbot4j.dns.credentials;

import io.github.certbot4j.ini.IniSection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the values of one section, and checks them. */
final class SetReader {

  private static final Logger LOG = LoggerFactory.getLogger(SetReader.class);

  private final String prefix;
  private final CredentialsForm form;
  private final Path file;

  SetReader(String plugin, CredentialsForm form, Path file) {
    this.prefix = plugin.replace('-', '_') + "_";
    this.form = form;
    this.file = file;
  }

  /** Whether a section has any of the service's values. */
  boolean hasAny(IniSection section) {
    return section.keys().stream().anyMatch(key -> key.startsWith(prefix));
  }

  /** The set; empty, and the problems get longer, if something is wrong. */
  Optional<Credentials> read(IniSection section, String zone, List<String> problems) {
    warnOfUnknownKeys(section);
    Map<String, String> values = new HashMap<>();
    List<String> secrets = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (CredentialKey key : form.keys()) {
      Optional<String> value = section.text(prefix + key.name());
      if (value.filter(text -> !text.isEmpty()).isPresent()) {
        values.put(key.name(), value.get());
        if (key.use().isSecret()) {
          secrets.add(value.get());
        }
      } else if (key.use().isRequired()) {
        missing.add(missing(key, value.isPresent()));
      }
    }
    if (!missing.isEmpty()) {
      problems.add(headline(zone, missing.size()) + String.join("", missing));
      return Optional.empty();
    }
    Credentials set = new Credentials(Optional.of(file), zone, values, secrets);
    Optional<String> problem = form.check().apply(set);
    problem.ifPresent(text -> problems.add(file + ": " + text + where(zone)));
    return problem.isPresent() ? Optional.empty() : Optional.of(set);
  }

  private String headline(String zone, int count) {
    return "Missing "
        + (count == 1 ? "property" : "properties")
        + " in credentials configuration file "
        + file
        + where(zone)
        + ":";
  }

  private static String where(String zone) {
    return zone.isEmpty() ? "" : " (section " + zone + ")";
  }

  private String missing(CredentialKey key, boolean isEmpty) {
    return "\n * Property \""
        + prefix
        + key.name()
        + "\" "
        + (isEmpty ? "not set" : "not found")
        + " (should be "
        + key.meaning()
        + ").";
  }

  private void warnOfUnknownKeys(IniSection section) {
    List<String> known = form.keys().stream().map(key -> prefix + key.name()).toList();
    for (String key : section.keys()) {
      if (key.startsWith(prefix) && !known.contains(key)) {
        LOG.warn(
            "{}, line {}: there is no setting {}; known are {}.",
            file,
            section.line(key),
            key,
            String.join(", ", known));
      }
    }
  }
}
