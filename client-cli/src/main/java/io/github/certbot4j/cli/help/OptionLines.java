package io.github.certbot4j.cli.help;

import io.github.certbot4j.cli.console.TextWrapper;

/** Lays out what pages list: names at the left, what they mean in a column of its own. */
final class OptionLines {

  private static final int COLUMN = 24;
  private static final int MIN_TEXT = 11;
  private static final String INDENT = "  ";

  private final int width;

  /** Lines up to a width, in columns. */
  OptionLines(int width) {
    this.width = width;
  }

  /** An option's names of one meaning. */
  String of(OptionEntry option) {
    return entry(String.join(", ", option.forms()), option.text());
  }

  /** A name with a text in the column. */
  String entry(String name, String text) {
    StringBuilder lines = new StringBuilder(INDENT).append(name);
    int used = INDENT.length() + name.length();
    if (used > COLUMN - 2) {
      lines.append('\n');
      used = 0;
    }
    for (String line : TextWrapper.lines(text, Math.max(width - COLUMN, MIN_TEXT))) {
      lines.append(" ".repeat(COLUMN - used)).append(line).append('\n');
      used = 0;
    }
    return lines.toString();
  }

  /** A paragraph with the indent of names. */
  String paragraph(String text) {
    StringBuilder lines = new StringBuilder();
    for (String line : TextWrapper.lines(text, width - INDENT.length())) {
      lines.append(INDENT).append(line).append('\n');
    }
    return lines.toString();
  }
}
