package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Plugin;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins there are, by name. No jar is looked for before somebody asks. For a plugin that
 * isn't among those of the program, the jars of its name are opened first, and all jars in the
 * plugin directories only if it isn't in these.
 */
public final class PluginRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(PluginRegistry.class);

  private final PluginJars jars;
  private final NavigableMap<String, FoundPlugin> builtIns = new TreeMap<>();
  private final NavigableMap<String, FoundPlugin> added = new TreeMap<>();
  private final Set<Class<?>> classes = new HashSet<>();
  private final Map<String, String> clashes = new TreeMap<>();
  private final Set<String> lookedFor = new HashSet<>();
  private final List<String> builtInClashes;

  /**
   * Makes a registry without looking into any directory yet.
   *
   * @param program the plugins that came with the program
   * @param classes the program's loader of classes, from which plugins get the SPI
   * @param directories where further plugin jars lie; those that don't exist are passed over
   */
  public PluginRegistry(List<Plugin> program, ClassLoader classes, List<Path> directories) {
    this.jars = new PluginJars(directories, classes);
    program.forEach(plugin -> add(plugin, builtIns));
    this.builtInClashes = List.copyOf(clashes.keySet());
  }

  /** The plugins that came with the program, sorted by name. */
  public List<FoundPlugin> builtIns() {
    refuseClashOfBuiltIns();
    return List.copyOf(builtIns.values());
  }

  /** The plugins of the plugin directories that had to be looked for until now, sorted by name. */
  public List<FoundPlugin> addedSoFar() {
    return List.copyOf(added.values());
  }

  /** All plugins that had to be looked for until now, sorted by name. */
  public List<FoundPlugin> foundSoFar() {
    NavigableMap<String, FoundPlugin> all = new TreeMap<>(builtIns);
    all.putAll(added);
    return List.copyOf(all.values());
  }

  /**
   * All plugins, sorted by name.
   *
   * @throws FailureException when two have one name
   */
  public List<FoundPlugin> all() {
    refuseClashOfBuiltIns();
    loadAllJars();
    return foundSoFar();
  }

  /**
   * The plugin of a name, hidden or not.
   *
   * @throws FailureException when two plugins have that name, going by the jars that are named
   *     after it; or, if these don't have it, when any two plugins have one name
   */
  public Optional<FoundPlugin> find(String name) {
    refuseClashOfBuiltIns();
    if (builtIns.containsKey(name)) {
      return Optional.of(builtIns.get(name));
    }
    loadJarsNamed(name);
    if (!added.containsKey(name)) {
      loadAllJars();
    }
    return Optional.ofNullable(added.get(name));
  }

  /**
   * Looks for the plugins that an option may be of, in jars that are named after them: for one that
   * begins with {@code a-b-c-}, after {@code a}, {@code a-b} and {@code a-b-c}.
   *
   * @param option the option's name without dashes in front
   * @throws FailureException when these jars hold two plugins of one name
   */
  public void lookForOwnerOf(String option) {
    refuseClashOfBuiltIns();
    for (int dash = option.indexOf('-'); dash >= 0; dash = option.indexOf('-', dash + 1)) {
      loadJarsNamed(option.substring(0, dash));
    }
  }

  private void refuseClashOfBuiltIns() {
    builtInClashes.forEach(this::refuseClash);
  }

  private void loadJarsNamed(String plugin) {
    if (lookedFor.add(plugin)) {
      jars.named(plugin).forEach(this::load);
    }
    refuseClash(plugin);
  }

  /** Every call that looked at all jars fails alike, however often it is repeated. */
  private void loadAllJars() {
    jars.others().forEach(this::load);
    clashes.keySet().forEach(this::refuseClash);
  }

  /** A jar may repeat what is known already: then its classes are the program's, or a library's. */
  private void load(PluginJar jar) {
    try {
      Iterator<ServiceLoader.Provider<Plugin>> providers = jar.providers();
      while (providers.hasNext()) {
        ServiceLoader.Provider<Plugin> provider = providers.next();
        if (!classes.contains(provider.type())) {
          add(provider.get(), added);
        }
      }
    } catch (ServiceConfigurationError | LinkageError | MalformedURLException e) {
      LOG.warn("The plugin jar {} is broken and left out: {}", jar.file(), e.toString());
      LOG.debug("Loading the plugins of {} failed", jar.file(), e);
    }
  }

  private void add(Plugin plugin, Map<String, FoundPlugin> kind) {
    FoundPlugin found = new FoundPlugin(plugin, source(plugin.getClass()));
    classes.add(plugin.getClass());
    String name = found.name();
    FoundPlugin other = builtIns.containsKey(name) ? builtIns.get(name) : added.get(name);
    if (other == null) {
      kind.put(name, found);
    } else {
      clashes.put(name, "in " + other.source() + " and in " + found.source() + ".");
    }
  }

  private void refuseClash(String plugin) {
    if (clashes.containsKey(plugin)) {
      throw FailureException.rejected(
          "Two plugins are called '" + plugin + "': " + clashes.get(plugin),
          "Remove one of the two files.");
    }
  }

  private static String source(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? "the program" : source.getLocation().getPath();
  }
}
