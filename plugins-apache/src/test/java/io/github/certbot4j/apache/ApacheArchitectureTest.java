package io.github.certbot4j.apache;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

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
final class ApacheArchitectureTest {

  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule plugins_see_only_what_every_plugin_may =
      PluginRules.seesOnly("model", "exec", "file", "spi", "checkpoint", "webserver")
          .ofClassesIn("io.github.certbot4j.apache..");

  @ArchTest
  static final ArchRule packages_import_downward_only =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("plugin")
          .definedBy("io.github.certbot4j.apache")
          .layer("tasks")
          .definedBy("io.github.certbot4j.apache.autohsts", "io.github.certbot4j.apache.challenge")
          .layer("enhance")
          .definedBy("io.github.certbot4j.apache.enhance")
          .layer("edit")
          .definedBy("io.github.certbot4j.apache.edit")
          .layer("control")
          .definedBy("io.github.certbot4j.apache.control")
          .layer("vhost")
          .definedBy("io.github.certbot4j.apache.vhost")
          .layer("config")
          .definedBy("io.github.certbot4j.apache.config")
          .layer("parse")
          .definedBy("io.github.certbot4j.apache.parse")
          .layer("distro")
          .definedBy("io.github.certbot4j.apache.distro")
          .whereLayer("plugin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("tasks")
          .mayOnlyBeAccessedByLayers("plugin")
          .whereLayer("enhance")
          .mayOnlyBeAccessedByLayers("plugin", "tasks")
          .whereLayer("edit")
          .mayOnlyBeAccessedByLayers("plugin", "tasks", "enhance")
          .whereLayer("control")
          .mayOnlyBeAccessedByLayers("plugin", "tasks", "enhance", "edit")
          .whereLayer("vhost")
          .mayOnlyBeAccessedByLayers("plugin", "tasks", "enhance", "edit");

  @ArchTest
  static void the_rules_saw_every_package(JavaClasses classes) {
    PresentPackages.mustHaveClasses(
        List.of(
            "apache",
            "apache.autohsts",
            "apache.challenge",
            "apache.config",
            "apache.control",
            "apache.distro",
            "apache.edit",
            "apache.enhance",
            "apache.parse",
            "apache.vhost"),
        classes);
  }
}
