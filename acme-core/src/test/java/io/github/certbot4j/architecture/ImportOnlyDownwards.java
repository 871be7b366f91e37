package io.github.certbot4j.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Holds for a class of acme-core whose project imports lie in its own package or in lower ones. */
final class ImportOnlyDownwards extends ArchCondition<JavaClass> {

  private static final List<String> ORDER = Packages.CORE_FROM_TOP_TO_BOTTOM;

  ImportOnlyDownwards() {
    super("import only from packages further down the list " + ORDER);
  }

  @Override
  public void check(JavaClass javaClass, ConditionEvents events) {
    int own = rank(javaClass);
    if (own < 0) {
      events.add(
          SimpleConditionEvent.violated(
              javaClass, javaClass.getName() + " lies in no package of the list"));
      return;
    }
    for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (target.getPackageName().startsWith(Packages.ROOT) && rank(target) < own) {
        events.add(SimpleConditionEvent.violated(javaClass, dependency.getDescription()));
      }
    }
  }

  private static int rank(JavaClass javaClass) {
    return Packages.layerOf(javaClass).map(ORDER::indexOf).orElse(-1);
  }
}
