package io.github.certbot4j.nginx;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
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
      PluginRules.seesOnly("model", "exec", "spi", "file", "checkpoint", "webserver")
          .ofClassesIn("io.github.certbot4j.nginx..");

  @ArchTest
  static final ArchRule packages_build_upon_each_other =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("plugin")
          .definedBy("io.github.certbot4j.nginx")
          .layer("vhost")
          .definedBy("io.github.certbot4j.nginx.vhost")
          .layer("load")
          .definedBy("io.github.certbot4j.nginx.load")
          .layer("edit")
          .definedBy("io.github.certbot4j.nginx.edit")
          .layer("parse")
          .definedBy("io.github.certbot4j.nginx.parse")
          .whereLayer("plugin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("vhost")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("load")
          .mayOnlyBeAccessedByLayers("plugin", "vhost")
          .whereLayer("edit")
          .mayOnlyBeAccessedByLayers("plugin", "vhost", "load");

  @ArchTest
  static void the_rules_saw_every_package(JavaClasses classes) {
    PresentPackages.mustHaveClasses(
        List.of("nginx", "nginx.vhost", "nginx.load", "nginx.edit", "nginx.parse"), classes);
  }
}
