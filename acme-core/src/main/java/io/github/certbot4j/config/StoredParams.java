package io.github.certbot4j.config;

import io.github.certbot4j.ini.IniValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The section {@code renewalparams} of a renewal configuration.
 *
 * @param values its entries in their order
 * @param sections its subsections by name, each with its entries in their order
 */
public record StoredParams(
    Map<String, IniValue> values, Map<String, Map<String, String>> sections) {

  public StoredParams {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }
}
