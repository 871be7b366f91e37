package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.parse.ConfigDocument;
import io.github.certbot4j.apache.parse.Node;
import io.github.certbot4j.apache.parse.Section;
import java.util.List;
import java.util.Optional;

/** The part of a document that counts only if mod_ssl is loaded. */
public final class SslSection {

  private SslSection() {}

  /** The first such section at the top of a document; made at the end if there is none. */
  public static Section in(ConfigDocument document) {
    Optional<Section> existing = find(document);
    if (existing.isPresent()) {
      return existing.get();
    }
    document.top().append("<IfModule mod_ssl.c>\n</IfModule>");
    return find(document).orElseThrow();
  }

  private static Optional<Section> find(ConfigDocument document) {
    for (Node node : document.top().nodes()) {
      if (node instanceof Section section
          && section.is("IfModule")
          && section.arguments().equals(List.of("mod_ssl.c"))) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }
}
