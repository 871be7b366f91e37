package io.github.certbot4j.cli.console;

import java.io.PrintStream;
import java.util.List;

/** Lays texts out on the output. */
final class Screen {

  static final String FRAME = "- ".repeat(39) + "-";

  private final PrintStream out;

  Screen(PrintStream out) {
    this.out = out;
  }

  void line(String text) {
    out.print(text + "\n");
    out.flush();
  }

  void framed(String text) {
    line("\n" + FRAME + "\n" + text + "\n" + FRAME);
  }

  /** Shows numbered entries below a title, the first having number 1. */
  void entries(String title, List<String> entries) {
    StringBuilder text = new StringBuilder();
    text.append('\n').append(title).append('\n').append(FRAME).append('\n');
    int number = 0;
    for (String entry : entries) {
      number++;
      text.append(TextWrapper.wrap(number + ": " + entry)).append('\n');
    }
    line(text.append(FRAME).toString());
  }

  void complaint(String text) {
    line("\n** " + text + " **");
  }

  /** Shows a text after which the answer is typed on the same line. */
  void prompt(String text) {
    out.print(text);
    out.flush();
  }
}
