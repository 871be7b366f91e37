package io.github.certbot4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class UnattendedDisplayTest {

  private static final Question WITH_FLAG = Question.forced("Which one?", "--which");
  private static final Question WITHOUT_FLAG = Question.forced("Which one?", "");
  private static final List<String> ENTRIES = List.of("a", "b");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void defaults_are_taken_in_silence_even_for_forced_questions() {
    Display display = open(DisplayMode.NON_INTERACTIVE);
    assertThat(display.yesNo(WITH_FLAG, "Yes", "No", Optional.of(true))).isTrue();
    assertThat(display.menu(WITH_FLAG, ENTRIES, Optional.of(1))).hasValue(1);
    assertThat(display.checklist(WITH_FLAG, ENTRIES, Optional.of(List.of("b"))))
        .hasValue(List.of("b"));
    assertThat(display.input(WITH_FLAG, Optional.of("x"))).hasValue("x");
    assertThat(display.path(WITH_FLAG, Optional.of("/x"))).hasValue("/x");
    assertThat(written.size()).isZero();
  }

  @Test
  void a_missing_answer_is_an_error_of_question_choices_and_option() {
    Display display = open(DisplayMode.NON_INTERACTIVE);
    assertThat(messageOf(() -> display.menu(WITH_FLAG, ENTRIES, Optional.empty())))
        .matches("[^\n]+:\nWhich one\\?\nChoices: \\['a', 'b']\n\n\\([^\n]*--which[^\n]*\\)");
    assertThat(messageOf(() -> display.checklist(WITHOUT_FLAG, ENTRIES, Optional.empty())))
        .matches("[^\n]+:\nWhich one\\?\na\\? b");
    assertThat(messageOf(() -> display.input(WITHOUT_FLAG, Optional.empty())))
        .matches("[^\n]+:\nWhich one\\?");
    assertThat(messageOf(() -> display.yesNo(WITH_FLAG, "Yes", "No", Optional.empty())))
        .matches("[^\n]+:\nWhich one\\?\n\n\\([^\n]*--which[^\n]*\\)");
  }

  @Test
  void texts_are_shown_and_a_pause_does_not_wait() {
    Display display = open(DisplayMode.NON_INTERACTIVE);
    display.line("plain");
    display.pause(Question.forced("framed", ""));
    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo("plain\n\n" + Screen.FRAME + "\nframed\n" + Screen.FRAME + "\n");
    assertThat(display.isInteractive()).isFalse();
  }

  @Test
  void a_quiet_display_shows_nothing_and_asks_nothing() {
    Display display = open(DisplayMode.QUIET);
    display.line("plain");
    display.framed("framed");
    display.framedAsIs("framed");
    display.pause(WITH_FLAG);
    assertThat(display.input(WITH_FLAG, Optional.of("x"))).hasValue("x");
    assertThat(messageOf(() -> display.input(WITH_FLAG, Optional.empty()))).contains("--which");
    assertThat(written.size()).isZero();
  }

  private static String messageOf(ThrowingCallable question) {
    String[] message = new String[1];
    assertThatThrownBy(question)
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure()).isInstanceOf(Failure.Rejected.class);
              message[0] = e.getMessage();
            });
    return message[0];
  }

  private Display open(DisplayMode mode) {
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    return Displays.open(mode, new Terminal(InputStream.nullInputStream(), out, true, true), false);
  }
}
