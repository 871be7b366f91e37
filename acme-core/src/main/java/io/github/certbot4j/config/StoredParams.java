package io.github.certbot4j.config;

import io.github.certbot4j.ini.IniValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The section {@code [renewalparams]} of a renewal configuration: the settings that a lineage is
 * renewed with. Both maps keep their order.
 *
 * @param values what stands there as {@code key = value}, untyped
 * @param sections the sub-sections, such as {@code webroot_map}, each with its own keys
 */
public record StoredParams(
    Map<String, IniValue> values, Map<String, Map<String, String>> sections) {

  public StoredParams {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    sections = sections.isEmpty() ? Map.of() : copyOf(sections);
  }

  private static Map<String, Map<String, String>> copyOf(
      Map<String, Map<String, String>> sections) {
    Map<String, Map<String, String>> copies = new LinkedHashMap<>();
    sections.forEach(
        (name, entries) ->
            copies.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(entries))));
    return Collections.unmodifiableMap(copies);
  }

  /** Nothing stored. */
  public static StoredParams none() {
    return new StoredParams(Map.of(), Map.of());
  }
}
