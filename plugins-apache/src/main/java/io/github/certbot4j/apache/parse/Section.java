package io.github.certbot4j.apache.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** A section with what is in it. */
public final class Section extends Node {

  private final String name;
  private final String content;
  private final NodeList body;
  private String close = "";

  /**
   * A section that isn't closed yet.
   *
   * @param raw its opening line
   * @param content that line's words, beginning with the bracket
   */
  Section(int line, String raw, String content, ConfigDocument document) {
    super(line, raw);
    this.content = content;
    this.name = nameOf(content);
    this.body = new NodeList(document, this);
  }

  /** The name in the first word of an opening line. */
  static String nameOf(String content) {
    String first = Words.of(content).get(0);
    return first.substring(1, first.endsWith(">") ? first.length() - 1 : first.length());
  }

  /** Its name as it is written, without brackets. */
  public String name() {
    return ByteText.decoded(name);
  }

  public boolean is(String sectionName) {
    return name().equalsIgnoreCase(sectionName);
  }

  /** What stands between the name and the last closing bracket of its line. */
  public String argumentText() {
    String text = content.substring(Words.afterFirst(content));
    int bracket = text.lastIndexOf('>');
    return ByteText.decoded(bracket < 0 ? text : text.substring(0, bracket)).strip();
  }

  /** Its arguments without their quotes, variables not replaced. */
  public List<String> arguments() {
    return Words.of(argumentText());
  }

  public NodeList body() {
    return body;
  }

  /** What stands between its opening and its closing line. */
  public byte[] bodyBytes() {
    StringBuilder out = new StringBuilder();
    body.write(out);
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The same as text. */
  public String bodyText() {
    return ByteText.decoded(new String(bodyBytes(), StandardCharsets.ISO_8859_1));
  }

  boolean isClosed() {
    return !close.isEmpty();
  }

  void endClosingLine(UnaryOperator<String> ending) {
    close = ending.apply(close);
  }

  void close(String closingLine) {
    close = closingLine;
  }

  @Override
  void write(StringBuilder out) {
    out.append(raw);
    body.write(out);
    out.append(close);
  }
}
