package io.github.certbot4j.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What holds in every module. A module's architecture test includes it with {@code ArchTests}. */
public final class HouseRules {

  private static final String MAIN = Packages.ROOT + ".cli.Main";

  private static final Set<String> CLOCK_OWNERS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year");

  @ArchTest
  static final ArchRule only_main_reads_the_wall_clock =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(MAIN)
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe("it reads the wall clock", HouseRules::readsClock))
          .because("the time is passed in as a java.time.Clock")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_main_touches_the_process =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(MAIN)
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe("it is of the process", HouseRules::touchesProcess))
          .because("streams, environment and exit are passed in")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule static_fields_are_final =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(SYNTHETIC)
          .should()
          .beFinal()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule static_fields_hold_no_mutable_collection =
      noFields()
          .that()
          .areStatic()
          .should()
          .haveRawType(
              DescribedPredicate.describe("a mutable container", HouseRules::isMutableContainer))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule classes_are_final_unless_extended =
      classes()
          .that(DescribedPredicate.describe("nothing extends", HouseRules::isConcreteLeaf))
          .should()
          .haveModifier(FINAL)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching(Packages.ROOT + ".(**)").should().beFreeOfCycles();

  private HouseRules() {}

  @ArchTest
  static void each_library_stays_with_its_owner(JavaClasses classes) {
    for (Confinement confinement : Confinement.ALL) {
      confinement.rule().allowEmptyShould(true).check(classes);
    }
  }

  private static boolean readsClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return name.equals("now") && CLOCK_OWNERS.contains(owner) && !takes(access, "java.time.Clock")
        || owner.equals("java.util.Date") && access.getTarget().getFullName().endsWith("<init>()")
        || name.startsWith("system") && owner.equals("java.time.Clock")
        || name.equals("currentTimeMillis") && owner.equals("java.lang.System");
  }

  private static boolean takes(JavaAccess<?> access, String parameterType) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(parameter -> parameter.getName().equals(parameterType));
  }

  private static boolean touchesProcess(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return owner.equals("java.lang.System")
            && Set.of("exit", "out", "err", "in", "getenv", "console").contains(name)
        || owner.equals("java.lang.Runtime") && Set.of("exit", "halt", "exec").contains(name);
  }

  private static boolean isMutableContainer(JavaClass type) {
    boolean container = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    return container && !type.isInterface()
        || type.getPackageName().equals("java.util.concurrent.atomic");
  }

  private static boolean isConcreteLeaf(JavaClass type) {
    return !type.isInterface()
        && !type.isEnum()
        && !type.isAnonymousClass()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && type.getSubclasses().isEmpty();
  }
}
