package io.github.certbot4j.spi;

/**
 * What is asked.
 *
 * @param text the question
 * @param flag the option that answers it beforehand, with its dashes; empty when there is none
 * @param forced asked even when input or output is no terminal
 */
public record Question(String text, String flag, boolean forced) {

  /** A question that is safe to put even when input isn't a terminal. */
  public static Question forced(String text, String flag) {
    return new Question(text, flag, true);
  }

  /** A question that only a person at a terminal is asked. */
  public static Question atTerminal(String text, String flag) {
    return new Question(text, flag, false);
  }
}
