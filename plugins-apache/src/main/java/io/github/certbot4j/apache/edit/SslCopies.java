package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.parse.Section;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which virtual hosts of this run are copies of which others. */
public final class SslCopies {

  private final Map<Section, Section> sources = new HashMap<>();

  void put(Section copy, Section source) {
    sources.put(copy, source);
  }

  /** The virtual host that another one was copied from; empty if it is no copy of this run. */
  public Optional<Section> sourceOf(Section copy) {
    return Optional.ofNullable(sources.get(copy));
  }

  /** The copy of a virtual host; empty if this run made none. */
  public Optional<Section> copyOf(Section source) {
    return sources.entrySet().stream()
        .filter(entry -> entry.getValue() == source)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Forgets all, after they were undone. */
  public void forget() {
    sources.clear();
  }
}
