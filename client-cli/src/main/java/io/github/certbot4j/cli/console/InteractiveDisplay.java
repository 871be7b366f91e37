package io.github.certbot4j.cli.console;

import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts questions to the user, where that makes sense. */
final class InteractiveDisplay implements Display {

  private static final Logger LOG = LoggerFactory.getLogger(InteractiveDisplay.class);

  private static final String CANCEL_HINT = " (Enter 'c' to cancel):";
  private static final String SELECTION_PROMPT =
      "Give the numbers, separated by commas or blanks; an empty answer selects everything"
          + CANCEL_HINT;

  private final Screen screen;
  private final AnswerReader answers;
  private final boolean attended;
  private final Display unattended;
  private boolean warned;

  InteractiveDisplay(Screen screen, AnswerReader answers, boolean attended) {
    this.screen = screen;
    this.answers = answers;
    this.attended = attended;
    this.unattended = new UnattendedDisplay(screen);
  }

  @Override
  public void line(String text) {
    screen.line(text);
  }

  @Override
  public void framed(String text) {
    screen.framed(TextWrapper.wrap(text));
  }

  @Override
  public void framedAsIs(String text) {
    screen.framed(text);
  }

  @Override
  public boolean yesNo(
      Question question, String yesLabel, String noLabel, Optional<Boolean> fallback) {
    if (!mayAsk(question)) {
      return unattended.yesNo(question, yesLabel, noLabel, fallback);
    }
    framed(question.text());
    String prompt = initialInBrackets(yesLabel) + "/" + initialInBrackets(noLabel) + ": ";
    while (true) {
      String answer = ask(prompt);
      if (startsAlike(answer, yesLabel)) {
        return true;
      }
      if (startsAlike(answer, noLabel)) {
        return false;
      }
    }
  }

  @Override
  public Optional<Integer> menu(
      Question question, List<String> entries, Optional<Integer> fallback) {
    if (!mayAsk(question)) {
      return unattended.menu(question, entries, fallback);
    }
    screen.entries(question.text(), entries);
    String prompt =
        entries.size() == 1
            ? "Press 1 and Enter to confirm the only choice (press 'c' to cancel): "
            : "Choose a number [1-" + entries.size() + "] and press Enter (press 'c' to cancel): ";
    while (true) {
      String answer = ask(prompt);
      if (startsAlike(answer, "c")) {
        return Optional.empty();
      }
      Optional<List<Integer>> chosen = Selection.parse(answer, entries.size());
      if (chosen.isPresent() && chosen.get().size() == 1) {
        return Optional.of(chosen.get().get(0));
      }
      screen.complaint("Not one of the numbers");
    }
  }

  @Override
  public Optional<List<String>> checklist(
      Question question, List<String> entries, Optional<List<String>> fallback) {
    if (!mayAsk(question)) {
      return unattended.checklist(question, entries, fallback);
    }
    while (true) {
      screen.entries(question.text(), entries);
      String answer = ask(TextWrapper.wrap(SELECTION_PROMPT) + " ");
      if (isCancel(answer)) {
        return Optional.empty();
      }
      if (answer.isBlank()) {
        return Optional.of(List.copyOf(entries));
      }
      Optional<List<Integer>> chosen = Selection.parse(answer, entries.size());
      if (chosen.isPresent()) {
        return Optional.of(chosen.get().stream().map(entries::get).toList());
      }
      screen.complaint("Not all of that are numbers of the list");
    }
  }

  @Override
  public Optional<String> input(Question question, Optional<String> fallback) {
    if (!mayAsk(question)) {
      return unattended.input(question, fallback);
    }
    String answer = ask(TextWrapper.wrap(question.text() + CANCEL_HINT) + " ");
    return isCancel(answer) ? Optional.empty() : Optional.of(answer);
  }

  @Override
  public Optional<String> path(Question question, Optional<String> fallback) {
    return input(question, fallback);
  }

  @Override
  public void pause(Question question) {
    framed(question.text());
    if (mayAsk(question)) {
      ask("Press Enter to Continue");
    }
  }

  @Override
  public boolean isInteractive() {
    return attended;
  }

  @Override
  public boolean wouldAsk(Question question) {
    return attended || question.forced();
  }

  private boolean mayAsk(Question question) {
    if (wouldAsk(question)) {
      return true;
    }
    if (!warned) {
      warned = true;
      LOG.warn(
          "Questions are left out because input or output is no terminal. Say --non-interactive if"
              + " that is intended, or --force-interactive to be asked all the same.");
    }
    return false;
  }

  private String ask(String prompt) {
    screen.prompt(prompt);
    return answers.read(prompt);
  }

  private static boolean isCancel(String answer) {
    return answer.equals("c") || answer.equals("C");
  }

  private static boolean startsAlike(String answer, String label) {
    return answer.regionMatches(true, 0, label, 0, 1) && !answer.isEmpty();
  }

  private static String initialInBrackets(String label) {
    return "(" + label.charAt(0) + ")" + label.substring(1);
  }
}
