package io.github.certbot4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A library, or a class of the JDK, that only one package may see.
 *
 * @param library the pattern of its packages, or the name of a class
 * @param owner the only package that may use it, without the root
 */
record Confinement(String library, String owner) {

  /** Every library with exactly one owner. */
  static final List<Confinement> ALL =
      List.of(
          new Confinement("org.shredzone.acme4j..", "acme.acme4j"),
          new Confinement("org.bouncycastle..", "crypto"),
          new Confinement("java.lang.ProcessBuilder", "exec"),
          new Confinement("ch.qos.logback..", "cli.log"));

  ArchRule rule() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(Packages.tree(owner))
        .should()
        .dependOnClassesThat(confined());
  }

  /** Whether the owner uses it at all: if not, the rule may be one that can't fail. */
  boolean isUsedByItsOwner(JavaClasses classes) {
    DescribedPredicate<JavaClass> inOwner =
        JavaClass.Predicates.resideInAPackage(Packages.tree(owner));
    return classes.stream()
        .filter(inOwner)
        .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> confined().test(dependency.getTargetClass()));
  }

  private DescribedPredicate<JavaClass> confined() {
    return library.endsWith("..")
        ? JavaClass.Predicates.resideInAPackage(library)
        : DescribedPredicate.describe(library, target -> target.getName().equals(library));
  }
}
