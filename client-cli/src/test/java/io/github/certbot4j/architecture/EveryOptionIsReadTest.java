package io.github.certbot4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No option is only declared: some code outside the declarations must look at it. */
class EveryOptionIsReadTest {

  /** Options that the original accepts without any effect, too. */
  private static final Set<String> WITHOUT_EFFECT_BY_DEFINITION =
      Set.of(
          "TEXT_MODE",
          "PRECONFIGURED_RENEWAL",
          "OS_PACKAGES_ONLY",
          "NO_SELF_UPGRADE",
          "NO_BOOTSTRAP",
          "NO_PERMISSIONS_CHECK",
          "MANUAL_PUBLIC_IP_LOGGING_OK");

  /** Shared options that plugins of other modules read; the tests there see that they do. */
  private static final Set<String> READ_BY_PLUGINS = Set.of("HTTPS_PORT", "DNS_PROPAGATION_CHECK");

  private static final Set<String> LISTS = Set.of("CoreOptions", "PluginOptions");

  @Test
  void every_declared_option_is_read_somewhere() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.certbot4j");
    List<String> declared = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (JavaClass declaring : classes) {
      for (JavaField field : declaring.getFields()) {
        if (isDeclaration(field, declaring)) {
          declared.add(field.getName());
          if (!isRead(field, declaring)) {
            unread.add(declaring.getSimpleName() + "." + field.getName());
          }
        }
      }
    }
    assertThat(declared).hasSizeGreaterThan(80);
    assertThat(unread)
        .filteredOn(name -> !isExempt(name.substring(name.indexOf('.') + 1)))
        .isEmpty();
  }

  private static boolean isDeclaration(JavaField field, JavaClass declaring) {
    return declaring.getSimpleName().endsWith("Options")
        && field.getRawType().isEquivalentTo(OptionSpec.class)
        && field.getModifiers().contains(JavaModifier.STATIC);
  }

  private static boolean isRead(JavaField field, JavaClass declaring) {
    return field.getAccessesToSelf().stream()
        .map(access -> access.getOriginOwner())
        .anyMatch(reader -> !reader.equals(declaring) && !LISTS.contains(reader.getSimpleName()));
  }

  private static boolean isExempt(String name) {
    // The flags that select a plugin are read as lists.
    boolean selection = Set.of("APACHE", "NGINX", "STANDALONE", "MANUAL", "WEBROOT").contains(name);
    return selection
        || WITHOUT_EFFECT_BY_DEFINITION.contains(name)
        || READ_BY_PLUGINS.contains(name);
  }
}
