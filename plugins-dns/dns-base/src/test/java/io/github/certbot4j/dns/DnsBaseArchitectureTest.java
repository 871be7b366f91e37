package io.github.certbot4j.dns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.github.certbot4j.architecture.ClassesOfThisModule;
import io.github.certbot4j.architecture.PresentPackages;
import io.github.certbot4j.dns.contract.ProviderRules;
import java.util.List;

@AnalyzeClasses(locations = ClassesOfThisModule.class)
final class DnsBaseArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ProviderRules.class);

  @ArchTest
  static final ArchRule only_one_package_sends_requests =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.certbot4j.dns.http")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(http\\..*|HttpURLConnection)");

  @ArchTest
  static void the_rules_saw_every_package(JavaClasses classes) {
    PresentPackages.mustHaveClasses(
        List.of("dns", "dns.credentials", "dns.http", "dns.lookup", "dns.trouble"), classes);
  }
}
