package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Plugin;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins there are, by name. Nothing is looked for before somebody asks, and the jars in the
 * plugin directories are opened only when a name isn't among the plugins that came with the
 * program.
 */
public final class PluginRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(PluginRegistry.class);

  private final Iterable<Plugin> program;
  private final ClassLoader programClasses;
  private final PluginJars jars;
  private final NavigableMap<String, FoundPlugin> plugins = new TreeMap<>();
  private final Set<Class<?>> classes = new HashSet<>();
  private List<FoundPlugin> builtIns = List.of();
  private boolean builtInsLoaded;
  private boolean jarsLoaded;
  private String clash = "";

  /**
   * Makes a registry without looking at anything yet.
   *
   * @param program loads the plugins that came with the program; they are registered in the first
   *     jar that it finds a registration in, the others aren't opened
   * @param directories where further plugin jars lie; those that don't exist are passed over
   */
  public PluginRegistry(ClassLoader program, List<Path> directories) {
    this(registered(program), program, directories);
  }

  /** A registry whose plugins of the program are given instead of looked for. */
  PluginRegistry(List<Plugin> program, List<Path> directories) {
    this(program, PluginRegistry.class.getClassLoader(), directories);
  }

  private PluginRegistry(
      Iterable<Plugin> program, ClassLoader programClasses, List<Path> directories) {
    this.program = program;
    this.programClasses = programClasses;
    this.jars = new PluginJars(directories);
  }

  private static Iterable<Plugin> registered(ClassLoader program) {
    return () -> {
      // To ask for all registrations, as a service loader does, would open every library's jar.
      URL first = program.getResource(OneRegistration.ENTRY);
      return first == null
          ? Collections.emptyIterator()
          : new OneRegistration(program, first).plugins().iterator();
    };
  }

  /** The plugins that came with the program, sorted by name. */
  public List<FoundPlugin> builtIns() {
    loadBuiltIns();
    return builtIns;
  }

  /**
   * The plugins in the plugin directories, sorted by name.
   *
   * @throws FailureException when two plugins have one name
   */
  public List<FoundPlugin> added() {
    List<FoundPlugin> added = new ArrayList<>(all());
    added.removeAll(builtIns);
    return added;
  }

  /** All plugins that had to be looked for until now, sorted by name. */
  public List<FoundPlugin> foundSoFar() {
    return List.copyOf(plugins.values());
  }

  /**
   * All plugins, sorted by name.
   *
   * @throws FailureException when two have one name
   */
  public List<FoundPlugin> all() {
    loadBuiltIns();
    loadJars();
    return List.copyOf(plugins.values());
  }

  /**
   * The plugin of a name, hidden or not.
   *
   * @throws FailureException when jars had to be searched and two plugins have one name
   */
  public Optional<FoundPlugin> find(String name) {
    loadBuiltIns();
    if (!plugins.containsKey(name)) {
      loadJars();
    }
    return Optional.ofNullable(plugins.get(name));
  }

  private void loadBuiltIns() {
    if (!builtInsLoaded) {
      builtInsLoaded = true;
      program.forEach(this::add);
      builtIns = List.copyOf(plugins.values());
    }
    refuseClash();
  }

  private void loadJars() {
    if (!jarsLoaded) {
      jarsLoaded = true;
      jars.open(programClasses).forEach(this::load);
    }
    refuseClash();
  }

  /** A jar may repeat what is known already: then its classes are the program's, or a library's. */
  private void load(PluginJar jar) {
    try {
      Iterator<ServiceLoader.Provider<Plugin>> providers = jar.providers();
      while (providers.hasNext()) {
        ServiceLoader.Provider<Plugin> provider = providers.next();
        if (!classes.contains(provider.type())) {
          add(provider.get());
        }
      }
    } catch (ServiceConfigurationError | LinkageError | MalformedURLException e) {
      LOG.warn("The plugin jar {} is broken and left out: {}", jar.file(), e.toString());
      LOG.debug("Loading the plugins of {} failed", jar.file(), e);
    }
  }

  private static String clash(FoundPlugin one, String otherSource) {
    return "'" + one.name() + "': in " + one.source() + " and in " + otherSource + ".";
  }

  private void add(Plugin plugin) {
    FoundPlugin found = new FoundPlugin(plugin, source(plugin.getClass()));
    classes.add(plugin.getClass());
    FoundPlugin other = plugins.putIfAbsent(found.name(), found);
    if (other != null) {
      clash = clash(other, found.source());
    }
  }

  /** Every call that looked at the jars fails alike, however often it is repeated. */
  private void refuseClash() {
    if (!clash.isEmpty()) {
      throw FailureException.rejected(
          "Two plugins are called " + clash, "Remove one of the two files.");
    }
  }

  private static String source(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? "the program" : source.getLocation().getPath();
  }
}
