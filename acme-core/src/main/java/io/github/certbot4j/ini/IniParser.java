package io.github.certbot4j.ini;

import java.util.Optional;

/** Builds a document from text. Stops at the first thing that isn't in the dialect. */
final class IniParser {

  private final String text;
  private final String sourceName;
  private final IniDocument document;
  private final SourceLines lines;
  private IniSection current;
  private int leadStart;

  IniParser(String text, String sourceName, IniDocument document, int from) {
    this.text = text;
    this.sourceName = sourceName;
    this.document = document;
    this.lines = new SourceLines(text, from);
    this.current = document.root();
    this.leadStart = from;
  }

  void parse() {
    while (lines.advance()) {
      int at = Blanks.skip(text, lines.start(), lines.end());
      if (at == lines.end() || text.charAt(at) == '#') {
        continue;
      }
      if (text.charAt(at) != '[' || !readHeader()) {
        readKey();
      }
      leadStart = lines.next();
    }
    String rest = text.substring(leadStart);
    if (document.root().isEmpty()) {
      document.readInitialComment(rest);
    } else {
      document.readFinalComment(rest);
    }
  }

  private boolean readHeader() {
    HeaderScanner header = new HeaderScanner(text, lines.start(), lines.end());
    if (!header.scan()) {
      return false;
    }
    int number = lines.number();
    if (!header.isBalanced()) {
      throw fault(number, "the section header has more brackets on one side than on the other");
    }
    if (header.depth() > current.depth() + 1) {
      throw fault(number, "the section is nested too deeply for where it stands");
    }
    IniSection parent = current;
    while (parent.depth() >= header.depth()) {
      parent = parent.parent();
    }
    if (parent.holds(header.name())) {
      throw fault(number, "'" + header.name() + "' is there already");
    }
    IniEntry entry = entry(number, lines.start(), header.commentStart());
    current = parent.adopt(header.name(), entry);
    return true;
  }

  private void readKey() {
    KeyScanner key = new KeyScanner(text, lines.start(), lines.end());
    int number = lines.number();
    int start = lines.start();
    if (!key.scan()) {
      throw fault(number, "expected 'key = value' or '[section]'");
    }
    int from = Blanks.skip(text, key.valueStart(), lines.end());
    boolean triple = TripleQuotes.openAt(text, from, lines.end());
    ValueSource source =
        triple ? new TripleQuotes(lines, from) : new ValueScanner(text, from, lines.end());
    Optional<IniValue> value = source.scan();
    if (value.isEmpty()) {
      throw fault(
          number,
          triple
              ? "the triple quotes are not closed, or text follows them"
              : "the value's quotes or commas are not in order");
    }
    if (current.holds(key.key())) {
      throw fault(number, "'" + key.key() + "' is there already");
    }
    current.adopt(key.key(), value.get(), entry(number, start, source.commentStart()));
  }

  private IniEntry entry(int number, int start, int commentStart) {
    String lead = text.substring(leadStart, start);
    if (document.root().isEmpty()) {
      document.readInitialComment(lead);
      lead = "";
    }
    int commentEnd = Blanks.trimEnd(text, commentStart, lines.end());
    String comment = text.substring(commentStart, commentEnd);
    return IniEntry.read(number, lead, text.substring(start, lines.next()), comment);
  }

  private IniSyntaxException fault(int number, String problem) {
    return new IniSyntaxException(sourceName, number, problem);
  }
}
