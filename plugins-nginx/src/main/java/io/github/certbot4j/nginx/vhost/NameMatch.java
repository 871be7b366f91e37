package io.github.certbot4j.nginx.vhost;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The best of a block's names for a wanted one.
 *
 * @param kind how it matches
 * @param name the name as the block has it
 */
record NameMatch(Kind kind, String name) {

  /** In nginx's order of precedence. */
  enum Kind {
    EXACT,
    LEADING_WILDCARD,
    TRAILING_WILDCARD,
    REGEX
  }

  private static final Pattern PYTHON_OR_PERL_GROUP = Pattern.compile("\\(\\?P?<([A-Za-z_]\\w*)>");

  /**
   * Finds the best name: an exact one, else the longest with a leading wildcard, else the longest
   * with a trailing one, else the first regular expression.
   *
   * @param wanted lower case
   */
  static Optional<NameMatch> best(String wanted, Collection<String> names) {
    Optional<NameMatch> best = Optional.empty();
    for (String name : names) {
      Optional<NameMatch> match = match(wanted, name);
      if (match.isPresent() && (best.isEmpty() || match.get().isBetterThan(best.get()))) {
        best = match;
      }
    }
    return best;
  }

  /** Whether it goes before another; of equals, the first stays. */
  boolean isBetterThan(NameMatch other) {
    if (kind != other.kind) {
      return kind.compareTo(other.kind) < 0;
    }
    return switch (kind) {
      case EXACT -> name.length() < other.name.length();
      case LEADING_WILDCARD, TRAILING_WILDCARD -> name.length() > other.name.length();
      case REGEX -> false;
    };
  }

  private static Optional<NameMatch> match(String wanted, String name) {
    if (name.startsWith("~")) {
      return matchesRegex(wanted, name.substring(1))
          ? Optional.of(new NameMatch(Kind.REGEX, name))
          : Optional.empty();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals(wanted) || lower.equals("." + wanted)) {
      return Optional.of(new NameMatch(Kind.EXACT, name));
    }
    if (matchesLeading(wanted, lower)) {
      return Optional.of(new NameMatch(Kind.LEADING_WILDCARD, name));
    }
    boolean trailing =
        lower.endsWith(".*") && wanted.startsWith(lower.substring(0, lower.length() - 1));
    return trailing && wanted.length() > lower.length() - 1
        ? Optional.of(new NameMatch(Kind.TRAILING_WILDCARD, name))
        : Optional.empty();
  }

  private static boolean matchesLeading(String wanted, String name) {
    if (name.equals("*")) {
      return true;
    }
    String rest = name.startsWith("*.") ? name.substring(1) : name.startsWith(".") ? name : "";
    return rest.length() > 1 && wanted.length() > rest.length() && wanted.endsWith(rest);
  }

  /** From the start of the name. An expression that Java doesn't know matches nothing. */
  private static boolean matchesRegex(String wanted, String expression) {
    try {
      String known = PYTHON_OR_PERL_GROUP.matcher(expression).replaceAll("(");
      return Pattern.compile(known).matcher(wanted).lookingAt();
    } catch (PatternSyntaxException | StackOverflowError e) {
      return false;
    }
  }
}
