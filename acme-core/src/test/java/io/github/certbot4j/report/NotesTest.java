package io.github.certbot4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotesTest {

  @Test
  void notes_are_told_by_priority_and_then_in_the_order_they_were_made() {
    Notes notes = new Notes();
    notes.add("low", Notes.Priority.LOW, true);
    notes.add("first", Notes.Priority.MEDIUM, true);
    notes.add("high", Notes.Priority.HIGH, false);
    notes.add("second", Notes.Priority.MEDIUM, true);
    assertThat(notes.sorted())
        .extracting(Notes.Note::text)
        .containsExactly("high", "first", "second", "low");
  }

  @Test
  void a_note_knows_whether_a_failure_spoils_it() {
    Notes notes = new Notes();
    notes.add("only if all went well", Notes.Priority.HIGH, false);
    assertThat(notes.sorted().get(0).evenAfterFailure()).isFalse();
  }
}
