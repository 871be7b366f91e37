package io.github.certbot4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The packages of acme-core in their order, from which the rules about imports are derived. */
public final class Packages {

  /** What every package name of the project starts with. */
  public static final String ROOT = "io.github.certbot4j";

  /** Highest first: a package imports only from itself and from those after it. */
  static final List<String> CORE_FROM_TOP_TO_BOTTOM =
      List.of(
          "workflow",
          "report",
          "hook",
          "deploy",
          "order",
          "plan",
          "webserver",
          "checkpoint",
          "lineage",
          "account",
          "acme.acme4j",
          "acme",
          "net",
          "config",
          "spi",
          "crypto",
          "ini",
          "exec",
          "file",
          "model");

  private Packages() {}

  /** The pattern for a package, given without the root, and all below it. */
  static String tree(String name) {
    return ROOT + "." + name + "..";
  }

  /** The entry of the list that a class belongs to, or empty if it lies in none of them. */
  static Optional<String> layerOf(JavaClass javaClass) {
    return CORE_FROM_TOP_TO_BOTTOM.stream()
        .filter(layer -> liesIn(javaClass, layer))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean liesIn(JavaClass javaClass, String layer) {
    String wanted = ROOT + "." + layer;
    String found = javaClass.getPackageName();
    return found.equals(wanted) || found.startsWith(wanted + ".");
  }
}
