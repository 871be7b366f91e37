package io.github.certbot4j.dns.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.github.certbot4j.architecture.HouseRules;
import io.github.certbot4j.architecture.PluginRules;

/** What holds for the classes of every DNS module. */
public final class ProviderRules {

  private static final String ALL = "io.github.certbot4j.dns..";

  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest static final ArchRule all_classes_are_of_dns = classes().should().resideInAPackage(ALL);

  @ArchTest
  static final ArchRule plugins_see_only_what_every_dns_plugin_may =
      PluginRules.seesOnly("model", "exec", "file", "spi", "ini", "net").ofClassesIn(ALL);

  @ArchTest
  static final ArchRule json_is_read_and_written_in_one_place =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.certbot4j.dns.http")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.gson..");

  @ArchTest
  static final ArchRule dns_messages_are_for_look_ups_and_updates =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.github.certbot4j.dns.lookup", "io.github.certbot4j.dns.rfc2136")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.xbill.DNS..")
          .allowEmptyShould(true);

  private ProviderRules() {}
}
