package io.github.certbot4j.ini;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Replaces {@code %(name)s} by the value of that key: in the section of the text, in its {@code
 * DEFAULT} sub-section, then in the same way in the sections around it. Names that a replacement
 * brings in are looked up from the section of the text as well, as the original does.
 */
final class Interpolation {

  private static final String DEFAULTS = "DEFAULT";
  private static final int MAX_DEPTH = 100;
  private static final int MAX_REPLACEMENTS = 1000;

  private final String sourceName;
  private final IniSection section;
  private final int line;
  private final Deque<IniScalar> open = new ArrayDeque<>();
  private int entered;

  private Interpolation(String sourceName, IniSection section, int line) {
    this.sourceName = sourceName;
    this.section = section;
    this.line = line;
  }

  /** The value of an entry with all names replaced. */
  static IniValue resolve(String sourceName, IniSection section, IniScalar scalar) {
    IniValue value = scalar.value();
    if (value instanceof IniValue.Text text) {
      return mentionsName(text.value())
          ? IniValue.of(
              new Interpolation(sourceName, section, scalar.line()).enter(scalar, text.value()))
          : value;
    }
    List<String> items = new ArrayList<>();
    for (String item : value.asList()) {
      items.add(
          mentionsName(item)
              ? new Interpolation(sourceName, section, scalar.line()).enter(scalar, item)
              : item);
    }
    return IniValue.of(items);
  }

  private static boolean mentionsName(String text) {
    return text.indexOf('%') >= 0 && text.indexOf("%(") >= 0;
  }

  private String enter(IniScalar scalar, String text) {
    if (open.contains(scalar)) {
      throw fault("the value refers to itself through %(...)s");
    }
    if (open.size() == MAX_DEPTH) {
      throw fault("the value refers to others through %(...)s too deeply");
    }
    if (++entered > MAX_REPLACEMENTS) {
      throw fault("the value needs too many replacements of %(...)s");
    }
    open.push(scalar);
    String result = replaceAll(text);
    open.pop();
    return result;
  }

  private String replaceAll(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    int at = text.indexOf("%(");
    while (at >= 0) {
      int close = text.indexOf(')', at + 2);
      if (close < 0) {
        break;
      }
      if (close + 1 < text.length() && text.charAt(close + 1) == 's') {
        out.append(text, done, at).append(lookUp(text.substring(at + 2, close)));
        done = close + 2;
      }
      at = text.indexOf("%(", close + 1);
    }
    return out.append(text, done, text.length()).toString();
  }

  private String lookUp(String name) {
    for (IniSection place = section; ; place = place.parent()) {
      Optional<IniScalar> found = place.scalar(name);
      if (found.isEmpty()) {
        Optional<IniSection> defaults = place.section(DEFAULTS);
        found = defaults.isPresent() ? defaults.get().scalar(name) : found;
      }
      if (found.isPresent()) {
        return textOf(found.get(), name);
      }
      if (place.depth() == 0) {
        throw fault("there is no key '" + name + "' to put in for %(" + name + ")s");
      }
    }
  }

  private String textOf(IniScalar scalar, String name) {
    if (scalar.value() instanceof IniValue.Text text) {
      return enter(scalar, text.value());
    }
    throw fault("'" + name + "' is a list and cannot be put in for %(" + name + ")s");
  }

  private IniValueException fault(String problem) {
    return new IniValueException(sourceName, line, problem.replace('\n', ' '));
  }
}
