package io.github.certbot4j.builtin.webroot;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.BadValueException;
import io.github.certbot4j.spi.NameBoundOptions;
import io.github.certbot4j.spi.OptionSpec;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which directory belongs to which name: a {@code -w} is for the names up to the next one,
 * the last also for all that have none; a map counts for more than any {@code -w}.
 */
public final class WebrootArguments implements NameBoundOptions {

  private final List<String> paths = new ArrayList<>();
  private final Map<String, String> mapped = new LinkedHashMap<>();
  private final Set<DomainName> names = new LinkedHashSet<>();
  private final Map<String, String> directories = new LinkedHashMap<>();
  private boolean namesCameFirst;
  private boolean mapGiven;

  @Override
  public List<OptionSpec<?>> options() {
    return WebrootOptions.all();
  }

  @Override
  public void names(List<DomainName> more) {
    namesCameFirst |= paths.isEmpty() && !more.isEmpty();
    names.addAll(more);
  }

  @Override
  public List<DomainName> option(OptionSpec<?> option, String text) {
    return option == WebrootOptions.WEBROOT_MAP ? readMap(text) : readPath(text);
  }

  @Override
  public Set<DomainName> finish(Values values) {
    giveLastPathToNamesWithout();
    directories.putAll(mapped);
    if (!paths.isEmpty()) {
      values.set(WebrootOptions.WEBROOT_PATH, List.copyOf(paths));
    }
    if (!paths.isEmpty() || mapGiven) {
      values.set(
          WebrootOptions.WEBROOT_MAP,
          Collections.unmodifiableMap(new LinkedHashMap<>(directories)));
    }
    Set<DomainName> bound = new LinkedHashSet<>();
    for (String name : mapped.keySet()) {
      bound.add(new DomainName(name));
    }
    return bound;
  }

  private List<DomainName> readPath(String text) {
    String directory = directory(text);
    if (!paths.isEmpty() && namesCameFirst) {
      throw FailureException.rejected(
          "With several --webroot-path the first has to come before all names.",
          "Write -w /srv/a -d a.example -w /srv/b -d b.example.");
    }
    giveLastPathToNamesWithout();
    paths.add(directory);
    return List.of();
  }

  private List<DomainName> readMap(String text) {
    mapGiven = true;
    List<DomainName> added = new ArrayList<>();
    for (Map.Entry<String, String> entry : entries(text).entrySet()) {
      mapped.put(entry.getKey(), directory(entry.getValue()));
      added.add(new DomainName(entry.getKey()));
    }
    return added;
  }

  private static Map<String, String> entries(String text) {
    try {
      return WebrootOptions.WEBROOT_MAP.type().parse(List.of(text));
    } catch (BadValueException e) {
      throw FailureException.rejected("--webroot-map: " + e.getMessage() + ".", "");
    }
  }

  private void giveLastPathToNamesWithout() {
    if (paths.isEmpty()) {
      return;
    }
    String last = paths.get(paths.size() - 1);
    for (DomainName name : names) {
      directories.putIfAbsent(name.ascii(), last);
    }
  }

  private static String directory(String text) {
    try {
      Path directory = Path.of(text).toAbsolutePath().normalize();
      if (Files.isDirectory(directory)) {
        return directory.toString();
      }
    } catch (InvalidPathException e) {
      throw notThere(text);
    }
    throw notThere(text);
  }

  private static FailureException notThere(String text) {
    return FailureException.rejected(
        "The webroot '" + text + "' is not a directory.",
        "Give the directory that the web server serves.");
  }
}
