package io.github.certbot4j.cli.console;

import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.List;
import java.util.Optional;

/** Answers every question with its default, or says which option would have answered it. */
abstract class DefaultAnswers implements Display {

  @Override
  public boolean yesNo(
      Question question, String yesLabel, String noLabel, Optional<Boolean> fallback) {
    return fallback.orElseThrow(() -> MissingAnswer.to(question));
  }

  @Override
  public Optional<Integer> menu(
      Question question, List<String> entries, Optional<Integer> fallback) {
    return Optional.of(fallback.orElseThrow(() -> MissingAnswer.toMenu(question, entries)));
  }

  @Override
  public Optional<List<String>> checklist(
      Question question, List<String> entries, Optional<List<String>> fallback) {
    return Optional.of(fallback.orElseThrow(() -> MissingAnswer.toChecklist(question, entries)));
  }

  @Override
  public Optional<String> input(Question question, Optional<String> fallback) {
    return Optional.of(fallback.orElseThrow(() -> MissingAnswer.to(question)));
  }

  @Override
  public Optional<String> path(Question question, Optional<String> fallback) {
    return input(question, fallback);
  }

  @Override
  public void pause(Question question) {
    framed(question.text());
  }

  @Override
  public boolean isInteractive() {
    return false;
  }
}
