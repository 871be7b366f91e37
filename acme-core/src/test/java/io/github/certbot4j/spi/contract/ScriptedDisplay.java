package io.github.certbot4j.spi.contract;

import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A user whose answers are known beforehand. A question that no answer is left for fails the test.
 */
public final class ScriptedDisplay implements Display {

  /** The answer of a user who cancels. */
  public static final String CANCEL = "c";

  private final Deque<String> answers;
  private final List<String> shown = new ArrayList<>();
  private final boolean interactive;

  private ScriptedDisplay(boolean interactive, List<String> answers) {
    this.interactive = interactive;
    this.answers = new ArrayDeque<>(answers);
  }

  /** A user who gives these answers: texts, indexes of entries, yes or no, or {@link #CANCEL}. */
  public static ScriptedDisplay answering(String... answers) {
    return new ScriptedDisplay(true, List.of(answers));
  }

  /** Nobody: every question without a default fails the test. */
  public static ScriptedDisplay unattended() {
    return new ScriptedDisplay(false, List.of());
  }

  /** All texts, questions and entries in the order in which they were shown. */
  public List<String> shown() {
    return List.copyOf(shown);
  }

  @Override
  public void line(String text) {
    shown.add(text);
  }

  @Override
  public void framed(String text) {
    shown.add(text);
  }

  @Override
  public void framedAsIs(String text) {
    shown.add(text);
  }

  @Override
  public boolean yesNo(
      Question question, String yesLabel, String noLabel, Optional<Boolean> fallback) {
    return answer(question, fallback.map(value -> value ? "yes" : "no")).equals("yes");
  }

  @Override
  public Optional<Integer> menu(
      Question question, List<String> entries, Optional<Integer> fallback) {
    Optional<String> answer = cancellable(question, fallback.map(String::valueOf));
    shown.addAll(entries);
    return answer.map(Integer::valueOf);
  }

  @Override
  public Optional<List<String>> checklist(
      Question question, List<String> entries, Optional<List<String>> fallback) {
    Optional<String> answer =
        cancellable(question, fallback.map(values -> String.join(",", values)));
    shown.addAll(entries);
    return answer.map(text -> List.of(text.split(",", -1)));
  }

  @Override
  public Optional<String> input(Question question, Optional<String> fallback) {
    return cancellable(question, fallback);
  }

  @Override
  public Optional<String> path(Question question, Optional<String> fallback) {
    return cancellable(question, fallback);
  }

  @Override
  public void pause(Question question) {
    shown.add(question.text());
  }

  @Override
  public boolean isInteractive() {
    return interactive;
  }

  private Optional<String> cancellable(Question question, Optional<String> fallback) {
    return Optional.of(answer(question, fallback)).filter(text -> !text.equals(CANCEL));
  }

  private String answer(Question question, Optional<String> fallback) {
    shown.add(question.text());
    if (!interactive && fallback.isPresent()) {
      return fallback.get();
    }
    if (answers.isEmpty()) {
      throw new AssertionError("nobody is there to answer: " + question.text());
    }
    return answers.remove();
  }
}
