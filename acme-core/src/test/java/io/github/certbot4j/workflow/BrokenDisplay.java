package io.github.certbot4j.workflow;

import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.List;
import java.util.Optional;

/** A display that fails at one line. */
record BrokenDisplay(Display display, String line) implements Display {

  @Override
  public void line(String text) {
    if (text.equals(line)) {
      throw new IllegalStateException("no more paper");
    }
    display.line(text);
  }

  @Override
  public void framed(String text) {
    display.framed(text);
  }

  @Override
  public void framedAsIs(String text) {
    display.framedAsIs(text);
  }

  @Override
  public boolean yesNo(
      Question question, String yesLabel, String noLabel, Optional<Boolean> fallback) {
    return display.yesNo(question, yesLabel, noLabel, fallback);
  }

  @Override
  public Optional<Integer> menu(
      Question question, List<String> entries, Optional<Integer> fallback) {
    return display.menu(question, entries, fallback);
  }

  @Override
  public Optional<List<String>> checklist(
      Question question, List<String> entries, Optional<List<String>> fallback) {
    return display.checklist(question, entries, fallback);
  }

  @Override
  public Optional<String> input(Question question, Optional<String> fallback) {
    return display.input(question, fallback);
  }

  @Override
  public Optional<String> path(Question question, Optional<String> fallback) {
    return display.path(question, fallback);
  }

  @Override
  public void pause(Question question) {
    display.pause(question);
  }

  @Override
  public boolean isInteractive() {
    return display.isInteractive();
  }
}
