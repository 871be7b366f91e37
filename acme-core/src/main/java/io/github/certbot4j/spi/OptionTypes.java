package io.github.certbot4j.spi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The option types that core and plugins share. */
public final class OptionTypes {

  /** A flag: its positive names mean true, its negative names false. */
  public static final OptionType<Boolean> FLAG = new Flag();

  /** Counts its uses. */
  public static final OptionType<Integer> COUNT = new Count();

  /** A whole number. */
  public static final OptionType<Integer> INT = new Int(Integer.MIN_VALUE);

  /** A whole number of at least zero. */
  public static final OptionType<Integer> NON_NEGATIVE_INT = new Int(0);

  /** A whole number of at least one. */
  public static final OptionType<Integer> POSITIVE_INT = new Int(1);

  /** Any text. */
  public static final OptionType<String> TEXT = new Text(List.of(), false);

  /** A file or directory, as the user wrote it. */
  public static final OptionType<String> PATH = new Text(List.of(), true);

  /** Texts in the order given, each use maybe holding several between commas, without repeats. */
  public static final OptionType<List<String>> COMMA_LIST = new CommaList();

  /** Texts in the order given, never split. */
  public static final OptionType<List<String>> LIST = new PlainList();

  private OptionTypes() {}

  /** One of the given texts. */
  public static OptionType<String> choice(String... choices) {
    return new Text(List.of(choices), false);
  }

  private record Flag() implements OptionType<Boolean> {
    @Override
    public Arity arity() {
      return Arity.FLAG;
    }

    @Override
    public Boolean parse(List<String> texts) {
      String last = texts.get(texts.size() - 1).toLowerCase(Locale.ROOT);
      if (last.equals("true")) {
        return true;
      }
      if (last.equals("false")) {
        return false;
      }
      throw new BadValueException("expected true or false, not '" + last + "'");
    }

    @Override
    public List<String> format(Boolean value) {
      return List.of(value ? "True" : "False");
    }
  }

  private record Count() implements OptionType<Integer> {
    @Override
    public Arity arity() {
      return Arity.COUNT;
    }

    @Override
    public Integer parse(List<String> texts) {
      return texts.size();
    }

    @Override
    public List<String> format(Integer value) {
      return List.of(value.toString());
    }
  }

  private record Int(int minimum) implements OptionType<Integer> {
    @Override
    public Arity arity() {
      return Arity.SINGLE;
    }

    @Override
    public Integer parse(List<String> texts) {
      String text = texts.get(texts.size() - 1).strip();
      int value;
      try {
        value = Integer.parseInt(withoutDigitGroups(text));
      } catch (NumberFormatException e) {
        throw new BadValueException("'" + text + "' is not a whole number");
      }
      if (value < minimum) {
        throw new BadValueException("'" + text + "' is less than " + minimum);
      }
      return value;
    }

    /** Underscores are allowed between digits, as in {@code 4_096}. */
    private static String withoutDigitGroups(String text) {
      if (text.indexOf('_') < 0) {
        return text;
      }
      boolean misplaced = text.startsWith("_") || text.endsWith("_") || text.contains("__");
      boolean afterSign = text.startsWith("+_") || text.startsWith("-_");
      return misplaced || afterSign ? text : text.replace("_", "");
    }

    @Override
    public List<String> format(Integer value) {
      return List.of(value.toString());
    }
  }

  private record Text(List<String> choices, boolean isPath) implements OptionType<String> {
    @Override
    public Arity arity() {
      return Arity.SINGLE;
    }

    @Override
    public String parse(List<String> texts) {
      String text = texts.get(texts.size() - 1);
      if (!choices.isEmpty() && !choices.contains(text)) {
        throw new BadValueException("'" + text + "' is not one of " + String.join(", ", choices));
      }
      return text;
    }

    @Override
    public List<String> format(String value) {
      return List.of(value);
    }
  }

  private record CommaList() implements OptionType<List<String>> {
    @Override
    public Arity arity() {
      return Arity.REPEATED;
    }

    @Override
    public List<String> parse(List<String> texts) {
      Set<String> items = new LinkedHashSet<>();
      for (String text : texts) {
        for (String item : text.split(",", -1)) {
          items.add(item.strip());
        }
      }
      return List.copyOf(items);
    }

    @Override
    public List<String> format(List<String> value) {
      return value;
    }
  }

  private record PlainList() implements OptionType<List<String>> {
    @Override
    public Arity arity() {
      return Arity.REPEATED;
    }

    @Override
    public List<String> parse(List<String> texts) {
      return List.copyOf(new ArrayList<>(texts));
    }

    @Override
    public List<String> format(List<String> value) {
      return value;
    }
  }
}
