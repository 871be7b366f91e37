package io.github.certbot4j.report;

import java.util.ArrayList;
import java.util.List;

/** What a run wants its user to remember; shown together at the very end. */
public final class Notes {

  /** How much a note matters; the order of showing. */
  public enum Priority {
    HIGH,
    MEDIUM,
    LOW
  }

  /**
   * A note.
   *
   * @param evenAfterFailure whether it is still true when the run failed afterwards
   */
  public record Note(String text, Priority priority, boolean evenAfterFailure) {}

  private final List<Note> notes = new ArrayList<>();

  public void add(String text, Priority priority, boolean evenAfterFailure) {
    notes.add(new Note(text, priority, evenAfterFailure));
  }

  /** The notes by priority; those of one priority in the order they were made. */
  public List<Note> sorted() {
    List<Note> sorted = new ArrayList<>();
    for (Priority priority : Priority.values()) {
      for (Note note : notes) {
        if (note.priority() == priority) {
          sorted.add(note);
        }
      }
    }
    return List.copyOf(sorted);
  }
}
