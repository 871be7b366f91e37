package io.github.certbot4j.apache.config;

import io.github.certbot4j.apache.parse.ConfigDocument;
import io.github.certbot4j.apache.parse.Section;
import java.util.List;

/**
 * A {@code <VirtualHost>} section with what is in force in it.
 *
 * @param section where it is written
 * @param addresses its arguments, variables replaced
 * @param statements what is in it and in the files that it includes
 * @param fromMacro whether a macro was expanded to it, so that it can't be edited
 * @param enabled whether the server reads it
 */
public record HostBlock(
    Section section,
    List<String> addresses,
    List<Statement> statements,
    boolean fromMacro,
    boolean enabled) {

  public ConfigDocument document() {
    return section.siblings().document();
  }
}
