package io.github.certbot4j.dns;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to become of the values of a name. One of the lists is empty.
 *
 * @param added to be added, without quotes; none of them is there
 * @param removed to be removed, without quotes
 */
public record ValueChange(List<String> added, List<String> removed) {

  public ValueChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** Whether a value that was there stays, in whatever quotes. */
  public boolean keeps(String value) {
    return removed.stream().noneMatch(gone -> TxtText.same(gone, value));
  }

  /** The values afterwards: those that stay, as they were, and then the added ones in quotes. */
  public List<String> quotedAfter(RecordSet before) {
    return after(before, "\"");
  }

  /** The values afterwards: those that stay, as they were, and then the added ones. */
  public List<String> after(RecordSet before) {
    return after(before, "");
  }

  private List<String> after(RecordSet before, String quote) {
    List<String> values = new ArrayList<>();
    before.values().stream().filter(this::keeps).forEach(values::add);
    added.forEach(value -> values.add(quote + value + quote));
    return values;
  }
}
