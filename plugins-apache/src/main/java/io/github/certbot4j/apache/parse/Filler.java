package io.github.certbot4j.apache.parse;

/** A comment, a blank line, or a line of a section whose content isn't configuration. */
public final class Filler extends Node {

  private final String content;

  Filler(int line, String raw, String content) {
    super(line, raw);
    this.content = content;
  }

  /** The text from the number sign on; empty if it isn't a comment. */
  public String comment() {
    return content.startsWith("#") ? ByteText.decoded(content) : "";
  }

  @Override
  void write(StringBuilder out) {
    out.append(raw);
  }
}
