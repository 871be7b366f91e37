package io.github.certbot4j.apache.config;

import io.github.certbot4j.apache.parse.ConfigDocument;
import io.github.certbot4j.apache.parse.Section;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The macros defined so far (mod_macro). */
final class Macros {

  private static final int LONGEST = 1 << 20;

  private final Map<String, Section> macros = new HashMap<>();

  void define(Section macro) {
    if (!macro.arguments().isEmpty()) {
      macros.put(key(macro.arguments().get(0)), macro);
    }
  }

  void undefine(String name) {
    macros.remove(key(name));
  }

  boolean has(String name) {
    return macros.containsKey(key(name));
  }

  /** The lines that a use of a macro stands for; its document is never written. */
  ConfigDocument expand(String name, List<String> values) {
    Section macro = macros.get(key(name));
    List<String> parameters = macro.arguments().subList(1, macro.arguments().size());
    String text = substitute(macro.bodyText(), parameters, values);
    return ConfigDocument.parse(
        macro.siblings().document().file(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces parameters by values; at one place the longest parameter that fits counts. */
  private static String substitute(String text, List<String> parameters, List<String> values) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length() && out.length() < LONGEST) {
      int best = -1;
      for (int p = 0; p < Math.min(parameters.size(), values.size()); p++) {
        String parameter = parameters.get(p);
        boolean longer = best < 0 || parameter.length() > parameters.get(best).length();
        if (longer && !parameter.isEmpty() && text.startsWith(parameter, i)) {
          best = p;
        }
      }
      out.append(best < 0 ? text.substring(i, i + 1) : values.get(best));
      i += best < 0 ? 1 : parameters.get(best).length();
    }
    return out.toString();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
