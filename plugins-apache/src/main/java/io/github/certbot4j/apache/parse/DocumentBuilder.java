package io.github.certbot4j.apache.parse;

import java.util.Locale;

/**
 * Puts lines into sections by the server's own rules: what follows a closing tag on its line means
 * nothing, names are compared without regard to case, and a section may be left open at the end of
 * the file, which the server accepts for those that it evaluates while it reads. Other sections
 * that stay open are for the server's own test to refuse.
 */
final class DocumentBuilder {

  /** Deeper than anyone nests, and shallow enough for recursion. */
  private static final int DEEPEST = 200;

  private static final String OPAQUE = "perl";

  private final ConfigDocument document;
  private NodeList current;
  private int depth;

  DocumentBuilder(ConfigDocument document, NodeList list) {
    this.document = document;
    this.current = list;
  }

  void read(String text) {
    int position = 0;
    int number = 1;
    while (position < text.length()) {
      LogicalLine line = LogicalLine.at(text, position, number);
      String raw = text.substring(position, line.end());
      add(line, raw);
      position = line.end();
      number += count(raw);
    }
  }

  private void add(LogicalLine line, String raw) {
    if (line.closesSection()) {
      close(line, raw);
    } else if (line.isPassive() || inOpaque()) {
      current.add(new Filler(line.number(), raw, line.content()));
    } else if (line.opensSection()) {
      open(line, raw);
    } else {
      current.add(new Directive(line.number(), raw, line.content()));
    }
  }

  private boolean inOpaque() {
    return current.owner().filter(section -> section.is(OPAQUE)).isPresent();
  }

  private void open(LogicalLine line, String raw) {
    if (Section.nameOf(line.content()).isEmpty()) {
      throw fault(line, raw, "a section without a name");
    }
    if (++depth > DEEPEST) {
      throw fault(line, raw, "sections are nested more than " + DEEPEST + " deep");
    }
    Section section = new Section(line.number(), raw, line.content(), document);
    current.add(section);
    current = section.body();
  }

  private void close(LogicalLine line, String raw) {
    String tag = Words.of(line.content()).get(0);
    if (inOpaque() && !tag.toLowerCase(Locale.ROOT).startsWith("</" + OPAQUE)) {
      current.add(new Filler(line.number(), raw, line.content()));
      return;
    }
    if (current.owner().isEmpty()) {
      throw fault(line, raw, tag + " without an opening tag before it");
    }
    Section open = current.owner().get();
    if (!tag.endsWith(">")) {
      throw fault(line, raw, "the bracket that closes " + tag + " is missing");
    }
    if (!tag.substring(2, tag.length() - 1).equalsIgnoreCase(open.name())) {
      throw fault(line, raw, "</" + open.name() + "> expected, but found " + ByteText.decoded(tag));
    }
    open.close(raw);
    current = open.siblings();
    depth--;
  }

  private ConfigSyntaxException fault(LogicalLine line, String raw, String problem) {
    int column = raw.indexOf('<') + 1;
    return new ConfigSyntaxException(document.file(), line.number(), column, problem);
  }

  private static int count(String raw) {
    int count = 0;
    for (int i = raw.indexOf('\n'); i >= 0; i = raw.indexOf('\n', i + 1)) {
      count++;
    }
    return count;
  }
}
