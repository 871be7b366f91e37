package io.github.certbot4j.apache.config;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The modules that are loaded, under both names that conditions may use. */
final class Modules {

  private static final String SUFFIX = "_module";

  /** Source files that aren't named after the identifier. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "core_module", "core.c",
          "http_module", "http_core.c",
          "mpm_event_module", "event.c",
          "mpm_worker_module", "worker.c",
          "mpm_prefork_module", "prefork.c");

  private final Set<String> names = new HashSet<>();

  Modules(Set<String> identifiers) {
    identifiers.forEach(this::add);
  }

  /** A module by its identifier, such as {@code ssl_module}. */
  void add(String identifier) {
    names.add(identifier);
    if (SOURCES.containsKey(identifier)) {
      names.add(SOURCES.get(identifier));
    } else if (identifier.endsWith(SUFFIX)) {
      int end = identifier.length() - SUFFIX.length();
      names.add("mod_" + identifier.substring(0, end) + ".c");
    }
  }

  /** A module by the file that it is loaded from; the source usually has the same name. */
  void addFile(String file) {
    String base = file.substring(file.lastIndexOf('/') + 1);
    if (base.endsWith(".so")) {
      names.add(base.substring(0, base.length() - 3) + ".c");
    }
  }

  /** Whether the name, an identifier or a source file, is of a module that is loaded. */
  boolean has(String name) {
    return names.contains(name);
  }
}
