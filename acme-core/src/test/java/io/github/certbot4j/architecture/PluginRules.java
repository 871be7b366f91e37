package io.github.certbot4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What plugin code, built-in or in a jar of its own, may see of acme-core. */
public final class PluginRules {

  private final List<String> visible;

  private PluginRules(List<String> visible) {
    this.visible = visible;
  }

  /**
   * Starts a rule that leaves only these packages of acme-core, given without the root, visible.
   */
  public static PluginRules seesOnly(String... visible) {
    return new PluginRules(List.of(visible));
  }

  /**
   * The rule for the classes that match a package pattern such as {@code
   * io.github.certbot4j.nginx..}.
   */
  public ArchRule ofClassesIn(String packagePattern) {
    return noClasses()
        .that()
        .resideInAPackage(packagePattern)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe("are of acme-core but not of " + visible, this::isHidden))
        .as("classes of " + packagePattern + " see only " + visible + " of acme-core");
  }

  private boolean isHidden(JavaClass target) {
    return Packages.layerOf(target).map(layer -> !visible.contains(layer)).orElse(false);
  }
}
