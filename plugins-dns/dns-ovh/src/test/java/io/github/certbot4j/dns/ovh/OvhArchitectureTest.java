package io.github.certbot4j.dns.ovh;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.github.certbot4j.architecture.ClassesOfThisModule;
import io.github.certbot4j.dns.contract.ProviderRules;

@AnalyzeClasses(locations = ClassesOfThisModule.class)
final class OvhArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ProviderRules.class);
}
