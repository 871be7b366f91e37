package io.github.certbot4j.report;

import java.util.ArrayList;
import java.util.Comparator;
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
    List<Note> all = new ArrayList<>(notes);
    all.sort(Comparator.comparing(Note::priority));
    return List.copyOf(all);
  }
}
