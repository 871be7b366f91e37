package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.spi.Plugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;

/** One jar that registers plugins. */
record PluginJar(Path file, ClassLoader classes) {

  /** The entry of a jar that names its plugins' classes. */
  static final String REGISTRATION = "META-INF/services/" + Plugin.class.getName();

  /** This jar's plugins; looking at them may throw what {@link ServiceLoader} throws. */
  Iterator<ServiceLoader.Provider<Plugin>> providers() throws MalformedURLException {
    URL registration = URI.create("jar:" + file.toUri() + "!/" + REGISTRATION).toURL();
    return ServiceLoader.load(Plugin.class, new OneRegistration(classes, registration)).stream()
        .iterator();
  }

  /** All classes of a loader, but of all registrations only one: so its troubles are this jar's. */
  private static final class OneRegistration extends ClassLoader {

    private final URL registration;

    OneRegistration(ClassLoader classes, URL registration) {
      super(classes);
      this.registration = registration;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(REGISTRATION)
          ? Collections.enumeration(List.of(registration))
          : super.getResources(name);
    }
  }
}
