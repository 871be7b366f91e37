package io.github.certbot4j.cli.console;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Question;
import java.util.List;

/** The errors about questions that nobody could be asked. */
final class MissingAnswer {

  private MissingAnswer() {}

  static FailureException to(Question question) {
    return because(question, "");
  }

  static FailureException toMenu(Question question, List<String> entries) {
    return because(question, "\nChoices: ['" + String.join("', '", entries) + "']");
  }

  static FailureException toChecklist(Question question, List<String> entries) {
    return because(question, "\n" + String.join("? ", entries));
  }

  /** The text is laid out as one block: the hint stands in a paragraph of its own. */
  private static FailureException because(Question question, String choices) {
    String hint =
        question.flag().isEmpty()
            ? ""
            : "\n\n(The option " + question.flag() + " gives the answer beforehand.)";
    String intro = "A setting is missing and this run asks no questions:\n";
    return FailureException.rejected(intro + question.text() + choices + hint, "");
  }
}
