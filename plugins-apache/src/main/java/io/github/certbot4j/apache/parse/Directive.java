package io.github.certbot4j.apache.parse;

import java.util.List;

/** A directive, maybe over several lines. */
public final class Directive extends Node {

  private String content;
  private List<String> words;

  Directive(int line, String raw, String content) {
    super(line, raw);
    this.content = content;
    this.words = wordsOf(content);
  }

  /** Its name as it is written. */
  public String name() {
    return words.get(0);
  }

  public boolean is(String name) {
    return name().equalsIgnoreCase(name);
  }

  /** Its arguments without their quotes, variables not replaced. */
  public List<String> arguments() {
    return words.subList(1, words.size());
  }

  /** Everything behind its name, as it is written. */
  public String argumentText() {
    return ByteText.decoded(content.substring(Words.afterFirst(content)));
  }

  /** Replaces everything behind its name; indentation and line end stay. */
  public void setArgumentText(String text) {
    siblings().document().touch();
    raw = upToArguments() + ByteText.encoded(text) + lineEnd();
    content = LogicalLine.at(raw, 0, 0).content();
    words = wordsOf(content);
  }

  /** The name with the blanks around it; in one line, even if it was not. */
  private String upToArguments() {
    int nameStart = indent().length();
    int nameEnd = nameStart;
    while (nameEnd < raw.length() && !Words.isBlank(raw.charAt(nameEnd))) {
      nameEnd++;
    }
    int gapEnd = nameEnd;
    while (gapEnd < raw.length() && (raw.charAt(gapEnd) == ' ' || raw.charAt(gapEnd) == '\t')) {
      gapEnd++;
    }
    boolean whole = gapEnd > nameEnd && nameEnd > nameStart && raw.charAt(gapEnd) != '\\';
    return whole ? raw.substring(0, gapEnd) : indent() + ByteText.encoded(name()) + " ";
  }

  private static List<String> wordsOf(String content) {
    return Words.of(content).stream().map(ByteText::decoded).toList();
  }

  private String lineEnd() {
    if (raw.endsWith("\r\n")) {
      return "\r\n";
    }
    return raw.endsWith("\n") ? "\n" : "";
  }

  @Override
  void write(StringBuilder out) {
    out.append(raw);
  }
}
