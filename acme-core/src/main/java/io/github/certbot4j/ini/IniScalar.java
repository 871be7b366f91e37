package io.github.certbot4j.ini;

/** A key's value as written, with its place in the file. */
final class IniScalar {

  private final IniEntry entry;
  private IniValue value;

  IniScalar(IniValue value, IniEntry entry) {
    this.value = value;
    this.entry = entry;
  }

  IniValue value() {
    return value;
  }

  void rewrite(IniValue newValue, String keyLine, String lineEnd) {
    value = newValue;
    if (!survives(keyLine + ' ' + entry.inlineComment())) {
      entry.raiseComment(lineEnd);
    }
    entry.rewrite(keyLine);
  }

  /**
   * Whether the value is read back from this line. Quotes and commas in a comment can make one list
   * of a quoted value and its comment.
   */
  private boolean survives(String line) {
    IniSection section = IniDocument.parse(line, "").root();
    return value.equals(section.raw(section.keys().get(0)).orElse(value));
  }

  int line() {
    return entry.line();
  }

  IniEntry entry() {
    return entry;
  }
}
