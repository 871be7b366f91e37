package io.github.certbot4j.cli.plugin;

import java.util.List;

/**
 * Tells by its name whether a class may be the program's own, its libraries' or the JDK's. To ask
 * the program's class loader for a class that it hasn't got opens all of the program's jars.
 */
final class ProgramPackages {

  /** A name that is missing here costs nothing but the order in which loaders are asked. */
  private static final List<String> BEGINNINGS =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "netscape.",
          "org.ietf.",
          "org.jcp.",
          "org.w3c.",
          "org.xml.",
          "ch.qos.logback.",
          "com.google.gson.",
          "org.bouncycastle.",
          "org.jose4j.",
          "org.shredzone.acme4j.",
          "org.slf4j.");

  private static final String OWN = "io.github.certbot4j.";

  /** The packages of the program below its own; plugins that come with it have others. */
  private static final List<String> OWN_PARTS =
      List.of(
          "account",
          "acme",
          "builtin",
          "checkpoint",
          "cli",
          "config",
          "crypto",
          "deploy",
          "exec",
          "file",
          "hook",
          "ini",
          "lineage",
          "model",
          "net",
          "order",
          "plan",
          "report",
          "spi",
          "webserver",
          "workflow");

  private ProgramPackages() {}

  /** False only if neither the program nor the JDK has a class of that name. */
  static boolean mayHave(String className) {
    if (className.startsWith(OWN)) {
      int dot = className.indexOf('.', OWN.length());
      return dot < 0 || OWN_PARTS.contains(className.substring(OWN.length(), dot));
    }
    for (String beginning : BEGINNINGS) {
      if (className.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
