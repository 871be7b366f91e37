package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.spi.Plugin;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;

/**
 * All classes of a loader, but of all registrations of plugins only one: so its troubles are that
 * jar's, and no other jar is searched for more.
 */
final class OneRegistration extends ClassLoader {

  /** The entry of a jar that names its plugins' classes. */
  static final String ENTRY = "META-INF/services/" + Plugin.class.getName();

  private final URL registration;

  OneRegistration(ClassLoader classes, URL registration) {
    super(classes);
    this.registration = registration;
  }

  /** Loads the plugins that are registered there; may throw what {@link ServiceLoader} throws. */
  ServiceLoader<Plugin> plugins() {
    return ServiceLoader.load(Plugin.class, this);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(ENTRY)
        ? Collections.enumeration(List.of(registration))
        : super.getResources(name);
  }
}
