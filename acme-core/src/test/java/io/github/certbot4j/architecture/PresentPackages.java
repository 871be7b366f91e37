package io.github.certbot4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Collection;
import java.util.List;

/**
 * Guards the rules against passing because they looked at nothing: a rule about a package that was
 * renamed, or about a library whose package name is mistyped, can't fail.
 */
public final class PresentPackages {

  private PresentPackages() {}

  /** Fails unless each package, given without the root, has classes of its own. */
  public static void mustHaveClasses(Collection<String> packages, JavaClasses classes) {
    for (String name : packages) {
      assertThat(classes.stream().map(JavaClass::getPackageName))
          .as("classes of the package " + name)
          .contains(Packages.ROOT + "." + name);
    }
  }

  /** Fails if one of the packages owns a library and doesn't use it. */
  public static void mustUseWhatTheyOwn(Collection<String> packages, JavaClasses classes) {
    List<Confinement> owned =
        Confinement.ALL.stream()
            .filter(confinement -> packages.contains(confinement.owner()))
            .toList();
    assertThat(owned).allMatch(confinement -> confinement.isUsedByItsOwner(classes));
  }
}
