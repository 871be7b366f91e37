package io.github.certbot4j.dns.credentials;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One set of credentials.
 *
 * @param file where they are from; empty if there is no file
 * @param zone the zone that its section is for; empty for the set that is for all others
 * @param values what is set, by the keys without the plugin's prefix
 * @param secrets those values that nobody may see
 */
public record Credentials(
    Optional<Path> file, String zone, Map<String, String> values, List<String> secrets) {

  /** Nothing: for services that find credentials elsewhere. */
  public static final Credentials NONE = new Credentials(Optional.empty(), "", Map.of(), List.of());

  public Credentials {
    values = Map.copyOf(values);
    secrets = List.copyOf(secrets);
  }

  /** The value of a key that is required. */
  public String get(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalStateException("not declared as required: " + key));
  }

  /** The value of a key; empty if it is missing or empty. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Leaves the values out. */
  @Override
  public String toString() {
    return "Credentials[" + file.map(Path::toString).orElse("no file") + " " + zone + "]";
  }
}
