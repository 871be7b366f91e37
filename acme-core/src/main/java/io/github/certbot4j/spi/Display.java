package io.github.certbot4j.spi;

import java.util.List;
import java.util.Optional;

/**
 * The dialogue with the user. What a question does when nobody can answer (no terminal, or the user
 * asked for none) is decided by its {@link Question}: the default is taken, or the run ends with an
 * error that names the option which answers it.
 */
public interface Display {

  /** The line that separates what belongs together from what doesn't. */
  String RULE = "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -";

  /** Shows a line or a paragraph as it is. */
  void line(String text);

  /** Shows a text between two ruling lines, wrapped at 80 columns. */
  void framed(String text);

  /** Shows a text between two ruling lines, with its own line breaks kept. */
  void framedAsIs(String text);

  /** Asks yes or no. The labels' first letters are the answers. */
  boolean yesNo(Question question, String yesLabel, String noLabel, Optional<Boolean> fallback);

  /** Lets the user choose one entry; the result is its index, empty when cancelled. */
  Optional<Integer> menu(Question question, List<String> entries, Optional<Integer> fallback);

  /** Lets the user choose several entries; empty when cancelled. */
  Optional<List<String>> checklist(
      Question question, List<String> entries, Optional<List<String>> fallback);

  /** Asks for a line of text; empty when cancelled. */
  Optional<String> input(Question question, Optional<String> fallback);

  /** Asks for a path, with completion where the terminal can; empty when cancelled. */
  Optional<String> path(Question question, Optional<String> fallback);

  /** Shows a text and waits until the user goes on; doesn't wait when nobody can answer. */
  void pause(Question question);

  /** Whether questions can be put to a person in this run. */
  boolean isInteractive();

  /** Whether nobody sees what is shown, so that it needn't be put into words. */
  default boolean isSilent() {
    return false;
  }

  /** Whether this question would be put, instead of taking its default. */
  default boolean wouldAsk(Question question) {
    return isInteractive();
  }
}
