package io.github.certbot4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(locations = ClassesOfThisModule.class)
final class CoreArchitectureTest {

  /** Packages that the rules must have seen; a new package of acme-core is added here. */
  private static final List<String> PRESENT =
      List.of(
          "account",
          "acme",
          "acme.acme4j",
          "checkpoint",
          "config",
          "model",
          "net",
          "spi",
          "webserver");

  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule imports_point_downwards = classes().should(new ImportOnlyDownwards());

  @ArchTest
  static final ArchRule only_wiring_from_outside_knows_the_acme4j_gateway =
      noClasses()
          .that()
          .resideOutsideOfPackage(Packages.tree("acme.acme4j"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Packages.tree("acme.acme4j"));

  @ArchTest
  static void the_rules_saw_every_package(JavaClasses classes) {
    PresentPackages.mustHaveClasses(PRESENT, classes);
    PresentPackages.mustUseWhatTheyOwn(PRESENT, classes);
    assertThat(Packages.CORE_FROM_TOP_TO_BOTTOM).containsAll(PRESENT);
  }
}
