package io.github.certbot4j.apache.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the server's program says about itself.
 *
 * @param version its version
 * @param modules the identifiers of the modules that are loaded, such as {@code ssl_module}
 * @param defines names that are defined, with their values, maybe empty
 * @param includes files that it reads
 * @param serverRoot what relative names of files are resolved against
 */
public record ServerFacts(
    ServerVersion version,
    Set<String> modules,
    Map<String, String> defines,
    List<Path> includes,
    Path serverRoot) {

  public ServerFacts {
    modules = Set.copyOf(modules);
    defines = Map.copyOf(defines);
    includes = List.copyOf(includes);
  }

  public boolean hasModule(String identifier) {
    return modules.contains(identifier);
  }
}
