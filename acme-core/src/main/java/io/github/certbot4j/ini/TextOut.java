package io.github.certbot4j.ini;

/** Collects the text of a document and sees to its line ends. */
final class TextOut {

  private final StringBuilder out;
  private final String lineEnd;
  private boolean lineOpen;

  TextOut(String byteOrderMark, String lineEnd, int expectedLength) {
    this.out = new StringBuilder(expectedLength).append(byteOrderMark);
    this.lineEnd = lineEnd;
  }

  /** Adds whole lines with their own line ends. Only the last line of a file may lack one. */
  void addVerbatim(String lines) {
    if (lines.isEmpty()) {
      return;
    }
    closeLine();
    out.append(lines);
    lineOpen = lines.charAt(lines.length() - 1) != '\n';
  }

  /** Adds one or more new lines, given with {@code \n} between them and none at the end. */
  void addLine(String lines) {
    closeLine();
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      if (c == '\n') {
        out.append(lineEnd);
      } else {
        out.append(c);
      }
    }
    out.append(lineEnd);
  }

  private void closeLine() {
    if (lineOpen) {
      out.append(lineEnd);
      lineOpen = false;
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
