package io.github.certbot4j.apache.parse;

/** A part of a document: a directive, a section, or a comment or blank line. */
public abstract sealed class Node permits Directive, Section, Filler {

  private final int line;
  private NodeList siblings;
  String raw;

  Node(int line, String raw) {
    this.line = line;
    this.raw = raw;
  }

  /** The line that it began in when the document was read; 0 for what was added since. */
  public final int line() {
    return line;
  }

  /** The list that it stands in. */
  public final NodeList siblings() {
    return siblings;
  }

  final void standIn(NodeList list) {
    siblings = list;
  }

  /** Adds its text to the file's. */
  abstract void write(StringBuilder out);

  /** The blanks before it. */
  final String indent() {
    int end = 0;
    while (end < raw.length() && (raw.charAt(end) == ' ' || raw.charAt(end) == '\t')) {
      end++;
    }
    return raw.substring(0, end);
  }
}
