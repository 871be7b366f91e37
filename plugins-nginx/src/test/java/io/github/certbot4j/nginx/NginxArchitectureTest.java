package io.github.certbot4j.nginx;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.github.certbot4j.architecture.ClassesOfThisModule;
import io.github.certbot4j.architecture.HouseRules;
import io.github.certbot4j.architecture.PluginRules;
import io.github.certbot4j.architecture.PresentPackages;
import java.util.List;

@AnalyzeClasses(locations = ClassesOfThisModule.class)
final class NginxArchitectureTest {

  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule plugins_see_only_what_every_plugin_may =
      PluginRules.seesOnly("model", "exec", "spi").ofClassesIn("io.github.certbot4j.nginx..");

  @ArchTest
  static void the_rules_saw_every_package(JavaClasses classes) {
    PresentPackages.mustHaveClasses(List.of("nginx"), classes);
  }
}
