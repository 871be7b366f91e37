package io.github.certbot4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InteractiveDisplayTest {

  private static final String FRAME =
      "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -";
  private static final List<String> FRUIT = List.of("apple", "pear", "plum");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void a_framed_text_stands_between_two_rules_after_an_empty_line() {
    Display display = answering("");
    display.framed("word ".repeat(20).strip());
    assertThat(output())
        .isEqualTo(
            "\n"
                + FRAME
                + "\n"
                + "word ".repeat(16).strip()
                + "\nword word word word\n"
                + FRAME
                + "\n");
  }

  @Test
  void a_text_framed_as_it_is_keeps_its_long_lines() {
    String wide = "word ".repeat(20).strip();
    answering("").framedAsIs(wide);
    assertThat(output()).isEqualTo("\n" + FRAME + "\n" + wide + "\n" + FRAME + "\n");
  }

  @Test
  void a_plain_line_is_not_wrapped() {
    String wide = "word ".repeat(20).strip();
    answering("").line(wide);
    assertThat(output()).isEqualTo(wide + "\n");
  }

  @Test
  void yes_or_no_is_asked_until_a_first_letter_decides_and_enter_decides_nothing() {
    boolean answer =
        answering("\nx\nYeah\n").yesNo(forced("Go on?"), "Yes", "No", Optional.of(false));
    assertThat(answer).isTrue();
    assertThat(output())
        .isEqualTo("\n" + FRAME + "\nGo on?\n" + FRAME + "\n(Y)es/(N)o: (Y)es/(N)o: (Y)es/(N)o: ");
  }

  @Test
  void the_labels_of_yes_and_no_make_the_prompt_and_the_letters() {
    Display display = answering("c\n");
    assertThat(display.yesNo(forced("Wider?"), "Expand", "Cancel", Optional.empty())).isFalse();
    assertThat(output()).endsWith(FRAME + "\n(E)xpand/(C)ancel: ");
  }

  @Test
  void a_menu_numbers_its_entries_and_insists_on_one_of_them() {
    Optional<Integer> chosen =
        answering("4\npear\n\n2\n").menu(forced("Which fruit?"), FRUIT, Optional.of(0));
    assertThat(chosen).hasValue(1);
    String prompt = "Choose a number [1-3] and press Enter (press 'c' to cancel): ";
    assertThat(output())
        .startsWith(
            "\nWhich fruit?\n"
                + FRAME
                + "\n1: apple\n2: pear\n3: plum\n"
                + FRAME
                + "\n"
                + prompt
                + "\n** ");
    assertThat(output().split("\\Q" + prompt + "\\E", -1)).hasSize(5);
  }

  @Test
  void a_menu_of_one_entry_asks_to_confirm_it() {
    Optional<Integer> chosen =
        answering("1\n").menu(forced("Which?"), List.of("it"), Optional.empty());
    assertThat(chosen).hasValue(0);
    assertThat(output()).contains("Press 1 ");
  }

  @Test
  void a_menu_is_cancelled_by_any_answer_that_starts_with_c() {
    assertThat(answering("Cancel\n").menu(forced("?"), FRUIT, Optional.of(0))).isEmpty();
  }

  @Test
  void several_entries_are_picked_in_the_order_typed_and_once_each() {
    assertThat(answering("3, 1 3,,1\n").checklist(forced("?"), FRUIT, Optional.empty()))
        .hasValue(List.of("plum", "apple"));
  }

  @Test
  void an_empty_answer_to_a_checklist_picks_all() {
    assertThat(answering("\n").checklist(forced("?"), FRUIT, Optional.empty())).hasValue(FRUIT);
  }

  @Test
  void one_bad_number_rejects_the_selection_and_shows_the_list_again() {
    assertThat(answering("1,4\n1\n").checklist(forced("Eat?"), FRUIT, Optional.empty()))
        .hasValue(List.of("apple"));
    assertThat(output().split("\nEat\\?\n", -1)).hasSize(3);
  }

  @Test
  void a_checklist_is_cancelled_by_exactly_c() {
    assertThat(answering("C\n").checklist(forced("?"), FRUIT, Optional.empty())).isEmpty();
    assertThat(answering("cc\n1\n").checklist(forced("?"), FRUIT, Optional.empty())).isPresent();
  }

  @Test
  void input_takes_any_text_even_none() {
    assertThat(answering("\n").input(forced("Name"), Optional.of("x"))).hasValue("");
    assertThat(output()).isEqualTo("Name (Enter 'c' to cancel): ");
    assertThat(answering("cold\n").input(forced("Name"), Optional.empty())).hasValue("cold");
    assertThat(answering("c\n").path(forced("Where"), Optional.empty())).isEmpty();
  }

  @Test
  void a_pause_shows_its_text_and_waits_for_a_line() {
    Display display = answering("\nnext\n");
    display.pause(forced("Look at this."));
    assertThat(output())
        .isEqualTo("\n" + FRAME + "\nLook at this.\n" + FRAME + "\nPress Enter to Continue");
    assertThat(display.input(forced("Then"), Optional.empty())).hasValue("next");
  }

  @Test
  void without_terminal_an_unforced_question_gets_its_default_unasked() {
    Display display = at("y\n", false, Duration.ofSeconds(5));
    assertThat(display.yesNo(atTerminal("?"), "Yes", "No", Optional.of(false))).isFalse();
    display.pause(atTerminal("Note"));
    assertThat(output()).isEqualTo("\n" + FRAME + "\nNote\n" + FRAME + "\n");
    assertThat(display.isInteractive()).isFalse();
  }

  @Test
  void without_terminal_an_unforced_question_without_default_is_an_error_naming_its_option() {
    Display display = at("y\n", false, Duration.ofSeconds(5));
    assertThatThrownBy(
            () -> display.yesNo(Question.atTerminal("Sure?", "--sure"), "Yes", "No", none()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Sure?")
        .hasMessageContaining("--sure");
  }

  @Test
  void a_forced_question_is_asked_without_terminal_too() {
    Display display = at("2\n", false, Duration.ofSeconds(5));
    assertThat(display.menu(forced("?"), FRUIT, Optional.of(0))).hasValue(1);
  }

  @Test
  void force_interactive_asks_everything_without_terminal() {
    Terminal pipe = new Terminal(bytes("n\n"), sink(), false, false);
    Display display = Displays.open(DisplayMode.INTERACTIVE, pipe, true);
    assertThat(display.yesNo(atTerminal("?"), "Yes", "No", Optional.of(true))).isFalse();
    assertThat(display.isInteractive()).isTrue();
  }

  @Test
  void the_end_of_input_is_a_failure_that_quotes_the_prompt() {
    assertThatThrownBy(() -> answering("").input(forced("Your name"), Optional.of("x")))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Rejected.class))
        .hasMessageContaining("Your name");
  }

  @Test
  void nobody_answering_in_time_is_a_failure_that_quotes_the_prompt() throws IOException {
    try (PipedOutputStream silent = new PipedOutputStream();
        PipedInputStream input = new PipedInputStream(silent)) {
      Display display =
          Displays.open(
              DisplayMode.INTERACTIVE,
              new Terminal(input, sink(), true, true),
              false,
              Duration.ofMillis(1));
      assertThatThrownBy(() -> display.input(forced("Your name"), Optional.empty()))
          .isInstanceOf(FailureException.class)
          .hasMessageContaining("Your name (Enter 'c' to cancel):");
    }
  }

  @Test
  void an_answer_is_awaited_for_ten_hours() {
    assertThat(Displays.PATIENCE).hasSeconds(36_000);
  }

  private Display answering(String answers) {
    return at(answers, true, Duration.ofSeconds(5));
  }

  private Display at(String answers, boolean terminal, Duration patience) {
    return Displays.open(
        DisplayMode.INTERACTIVE,
        new Terminal(bytes(answers), sink(), terminal, terminal),
        false,
        patience);
  }

  private static ByteArrayInputStream bytes(String answers) {
    return new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8));
  }

  private PrintStream sink() {
    return new PrintStream(written, true, StandardCharsets.UTF_8);
  }

  private String output() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private static Question forced(String text) {
    return Question.forced(text, "");
  }

  private static Question atTerminal(String text) {
    return Question.atTerminal(text, "");
  }

  private static Optional<Boolean> none() {
    return Optional.empty();
  }
}
