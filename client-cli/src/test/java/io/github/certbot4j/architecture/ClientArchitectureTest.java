package io.github.certbot4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(locations = ClassesOfThisModule.class)
final class ClientArchitectureTest {

  /** Packages that the rules must have seen; a new package of client-cli is added here. */
  private static final List<String> PRESENT =
      List.of(
          "builtin",
          "builtin.manual",
          "builtin.none",
          "builtin.standalone",
          "builtin.webroot",
          "cli",
          "cli.command",
          "cli.console",
          "cli.help",
          "cli.host",
          "cli.log",
          "cli.option",
          "cli.plugin");

  /** Those that use the library they own by now. */
  private static final List<String> LIBRARY_OWNERS = List.of("cli", "cli.log");

  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule all_code_is_of_the_client_or_built_in =
      classes()
          .should()
          .resideInAnyPackage("io.github.certbot4j.cli..", "io.github.certbot4j.builtin..");

  @ArchTest
  static final ArchRule built_in_plugins_see_only_what_every_plugin_may =
      PluginRules.seesOnly("model", "exec", "spi", "webserver")
          .ofClassesIn("io.github.certbot4j.builtin..");

  @ArchTest
  static final ArchRule nothing_is_known_of_a_plugin_but_its_description =
      noClasses()
          .that()
          .resideInAPackage("io.github.certbot4j.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.certbot4j.builtin.*..");

  @ArchTest
  static void the_rules_saw_every_package(JavaClasses classes) {
    PresentPackages.mustHaveClasses(PRESENT, classes);
    PresentPackages.mustUseWhatTheyOwn(LIBRARY_OWNERS, classes);
  }
}
