package io.github.certbot4j.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;

/** Where Maven put the main classes of the module that a test class belongs to. */
public final class ClassesOfThisModule implements LocationProvider {

  @Override
  public Set<Location> get(Class<?> testClass) {
    return Set.of(Location.of(directoryFor(testClass)));
  }

  static Path directoryFor(Class<?> testClass) {
    try {
      Path testClasses =
          Path.of(testClass.getProtectionDomain().getCodeSource().getLocation().toURI());
      return testClasses.resolveSibling("classes");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no directory holds " + testClass, e);
    }
  }
}
