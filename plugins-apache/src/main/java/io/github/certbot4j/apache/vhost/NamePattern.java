package io.github.certbot4j.apache.vhost;

import io.github.certbot4j.webserver.FileNamePattern;
import java.util.Locale;

/** Names with {@code *} and {@code ?} in them, as {@code ServerAlias} has them. */
final class NamePattern {

  private NamePattern() {}

  /** Whether a name fits; a star stands for dots too, and upper case is lower case. */
  static boolean matches(String pattern, String name) {
    String withoutBrackets = pattern.replace("\\", "\\\\").replace("[", "\\[");
    return new FileNamePattern(withoutBrackets.toLowerCase(Locale.ROOT))
        .matches(name.toLowerCase(Locale.ROOT));
  }
}
