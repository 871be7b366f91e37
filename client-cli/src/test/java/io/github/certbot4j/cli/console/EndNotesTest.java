package io.github.certbot4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.cli.console.EndNotes.Note;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndNotesTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void notes_are_bullets_wrapped_at_70_with_an_indent_of_three() {
    notes(false)
        .print(List.of(new Note("word ".repeat(15).strip() + "\nsecond", true), note("other")));
    assertThat(output())
        .isEqualTo(
            "\nIMPORTANT NOTES:\n - "
                + "word ".repeat(13).strip()
                + "\n   word word\n   second\n - other\n");
  }

  @Test
  void heading_and_stressed_notes_are_bold_on_a_terminal() {
    notes(true).print(List.of(new Note("high", true), note("low")));
    assertThat(output())
        .isEqualTo("\n\u001b[1mIMPORTANT NOTES:\u001b[0m\n\u001b[1m - high\u001b[0m\n - low\n");
  }

  @Test
  void no_notes_no_heading() {
    notes(true).print(List.of());
    assertThat(output()).isEmpty();
  }

  @Test
  void bare_notes_have_no_heading() {
    notes(false).printBare(List.of(note("a\n\nb")));
    assertThat(output()).isEqualTo(" - a\n\n   b\n");
  }

  private EndNotes notes(boolean canBold) {
    return new EndNotes(new PrintStream(written, true, StandardCharsets.UTF_8), canBold);
  }

  private static Note note(String text) {
    return new Note(text, false);
  }

  private String output() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
