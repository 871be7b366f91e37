package io.github.certbot4j.cli.console;

import java.io.PrintStream;
import java.util.List;

/** Prints what the user should remember of a run, after everything else. */
public final class EndNotes {

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";
  private static final int WIDTH = 70;

  private final PrintStream out;
  private final boolean canBold;

  /**
   * @param canBold whether the output understands terminal attributes
   */
  public EndNotes(PrintStream out, boolean canBold) {
    this.out = out;
    this.canBold = canBold;
  }

  /**
   * One note.
   *
   * @param text paragraphs, each wrapped by itself
   * @param stressed whether it is printed bold
   */
  public record Note(String text, boolean stressed) {}

  /** Prints the notes in their order below a heading; nothing at all when there are none. */
  public void print(List<Note> notes) {
    print("IMPORTANT NOTES:", notes);
  }

  /** Prints the notes in their order without heading. */
  public void printBare(List<Note> notes) {
    print("", notes);
  }

  private void print(String heading, List<Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    if (!heading.isEmpty()) {
      text.append('\n').append(styled(heading, true)).append('\n');
    }
    for (Note note : notes) {
      text.append(styled(bullet(note.text()), note.stressed())).append('\n');
    }
    out.print(text);
    out.flush();
  }

  private String styled(String text, boolean bold) {
    return bold && canBold ? BOLD + text + PLAIN : text;
  }

  private static String bullet(String text) {
    StringBuilder bullet = new StringBuilder();
    String[] paragraphs = text.split("\n", -1);
    for (int i = 0; i < paragraphs.length; i++) {
      for (String line : TextWrapper.lines(paragraphs[i], WIDTH - 3)) {
        bullet.append(bullet.isEmpty() ? " - " : line.isEmpty() ? "\n" : "\n   ").append(line);
      }
    }
    return bullet.toString();
  }
}
