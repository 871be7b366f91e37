package io.github.certbot4j.pages;

import io.github.certbot4j.cli.help.OptionEntry;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An option as shells complete it.
 *
 * @param names all of its names
 * @param metavar what its argument is called; empty for a flag
 * @param argument what can be said of its argument
 * @param words the words that the argument may be, if there are only some
 * @param summary the beginning of its description
 */
record CompletedOption(
    List<String> names, String metavar, Argument argument, List<String> words, String summary) {

  /** What an argument is. */
  enum Argument {
    NONE,
    ANYTHING,
    FILE,
    WORDS,
    /** One of the words, or none. */
    OPTIONAL_WORDS,
    CERTIFICATE
  }

  private static final int LONGEST_SUMMARY = 70;

  /**
   * All options that help shows, in order of declaration.
   *
   * @param words by the key of an option, what can follow it although its type doesn't say so
   */
  static List<CompletedOption> all(OptionTable table, Map<String, List<String>> words) {
    List<CompletedOption> all = new ArrayList<>();
    for (OptionSpec<?> option : table.options()) {
      for (OptionEntry entry : OptionEntry.shown(option)) {
        all.add(of(entry, words.getOrDefault(option.key(), option.type().choices())));
      }
    }
    return all;
  }

  private static CompletedOption of(OptionEntry entry, List<String> words) {
    OptionSpec<?> option = entry.option();
    if (entry.negative()) {
      return new CompletedOption(
          option.negativeNames(), "", Argument.NONE, List.of(), summary(entry));
    }
    return new CompletedOption(
        option.names(), option.metavar(), argument(option, words), words, summary(entry));
  }

  private static Argument argument(OptionSpec<?> option, List<String> words) {
    if (!option.takesArgument()) {
      return words.isEmpty() ? Argument.NONE : Argument.OPTIONAL_WORDS;
    }
    if (!words.isEmpty()) {
      return Argument.WORDS;
    }
    if (option.names().contains("--cert-name")) {
      return Argument.CERTIFICATE;
    }
    return isPath(option) ? Argument.FILE : Argument.ANYTHING;
  }

  /** Lists of paths are told by what their argument is called. */
  private static boolean isPath(OptionSpec<?> option) {
    String metavar = option.metavar();
    return option.type().isPath() || metavar.endsWith("PATH") || metavar.endsWith("DIRECTORY");
  }

  private static String summary(OptionEntry entry) {
    String text = entry.description();
    int end = text.length();
    for (String mark : List.of(". ", "; ", ": ", " (")) {
      int found = text.indexOf(mark);
      end = found > 0 ? Math.min(end, found) : end;
    }
    text = text.substring(0, end);
    text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return text.length() <= LONGEST_SUMMARY
        ? text
        : text.substring(0, text.lastIndexOf(' ', LONGEST_SUMMARY)) + " ...";
  }
}
