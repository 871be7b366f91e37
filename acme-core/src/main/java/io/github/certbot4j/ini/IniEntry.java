package io.github.certbot4j.ini;

/**
 * What keys and section headers have in common in a file: the comment lines above, the text of its
 * own lines, and the comment behind it. An entry that was read and not changed keeps its text as it
 * was, line ends included.
 */
final class IniEntry {

  private final int line;
  private String lead;
  private String text;
  private boolean asRead;
  private String inlineComment;

  private IniEntry(int line, String lead, String text, boolean asRead, String inlineComment) {
    this.line = line;
    this.lead = lead;
    this.text = text;
    this.asRead = asRead;
    this.inlineComment = inlineComment;
  }

  static IniEntry read(int line, String lead, String text, String inlineComment) {
    return new IniEntry(line, lead, text, true, inlineComment);
  }

  static IniEntry written(String text) {
    return new IniEntry(0, "", text, false, "");
  }

  int line() {
    return line;
  }

  String lead() {
    return lead;
  }

  void lead(String newLead) {
    this.lead = newLead;
  }

  String inlineComment() {
    return inlineComment;
  }

  /** Replaces the text; the comments stay. */
  void rewrite(String newText) {
    text = inlineComment.isEmpty() ? newText : newText + ' ' + inlineComment;
    asRead = false;
  }

  /** Puts the comment behind the text on a line of its own above it. */
  void raiseComment(String lineEnd) {
    lead += inlineComment + lineEnd;
    inlineComment = "";
  }

  void writeTo(TextOut out) {
    out.addVerbatim(lead);
    if (asRead) {
      out.addVerbatim(text);
    } else {
      out.addLine(text);
    }
  }
}
