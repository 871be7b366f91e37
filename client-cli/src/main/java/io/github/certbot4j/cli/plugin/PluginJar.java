package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.spi.Plugin;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.ServiceLoader;

/** One jar that registers plugins. */
record PluginJar(Path file, ClassLoader classes) {

  /** This jar's plugins; looking at them may throw what {@link ServiceLoader} throws. */
  Iterator<ServiceLoader.Provider<Plugin>> providers() throws MalformedURLException {
    URL registration = URI.create("jar:" + file.toUri() + "!/" + OneRegistration.ENTRY).toURL();
    return new OneRegistration(classes, registration).plugins().stream().iterator();
  }
}
