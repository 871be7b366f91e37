package io.github.certbot4j.ini;

import java.util.List;

/**
 * A text in the ConfigObj dialect: {@code key = value} lines, nested {@code [section]}s, comments.
 *
 * <p>Reading and writing is lossless: whatever isn't changed keeps its bytes, including comments,
 * indentation, line ends and a byte order mark. Nesting is written with brackets, {@code =} is the
 * only separator, {@code #} starts a comment even without a blank before it, a backslash and {@code
 * ;} mean nothing, commas outside quotes make a list. See {@code
 * docs/adr/0002-configobj-dialect.md}.
 *
 * <p>A document is mutable and not safe for use by several threads at once.
 */
public final class IniDocument {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String sourceName;
  private final String byteOrderMark;
  private final String lineEnd;
  private final int sourceLength;
  private final IniSection root = new IniSection(this);
  private String initialComment = "";
  private String finalComment = "";

  private IniDocument(String text, String sourceName) {
    this.sourceName = sourceName;
    this.byteOrderMark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.sourceLength = text.length();
    int feed = text.indexOf('\n');
    this.lineEnd = feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  /** A document without content, to be filled and written to the named file. */
  public static IniDocument empty(String sourceName) {
    return parse("", sourceName);
  }

  /**
   * Reads a text.
   *
   * @param sourceName what to call the text in errors, usually the file's path
   * @throws IniSyntaxException if the text isn't in the dialect
   */
  public static IniDocument parse(String text, String sourceName) {
    IniDocument document = new IniDocument(text, sourceName);
    new IniParser(text, sourceName, document, document.byteOrderMark.length()).parse();
    return document;
  }

  public String sourceName() {
    return sourceName;
  }

  /** The top level, which holds the keys above the first section header. */
  public IniSection root() {
    return root;
  }

  /** The lines above the first entry, without indentation; an empty text is an empty line. */
  public List<String> initialComment() {
    return IniComments.toLines(initialComment);
  }

  /**
   * Replaces all that stands above the first entry.
   *
   * @param lines each empty or a comment, to which {@code #} is added where it lacks
   */
  public void initialComment(List<String> lines) {
    initialComment = IniComments.toText(lines, lineEnd);
  }

  /** The lines below the last entry, without indentation; an empty text is an empty line. */
  public List<String> finalComment() {
    return IniComments.toLines(finalComment);
  }

  /** The whole text: identical to what was read if nothing was changed. */
  public String toText() {
    TextOut out = new TextOut(byteOrderMark, lineEnd, sourceLength + 256);
    out.addVerbatim(initialComment);
    root.writeTo(out);
    out.addVerbatim(finalComment);
    return out.toString();
  }

  String lineEnd() {
    return lineEnd;
  }

  void readInitialComment(String text) {
    initialComment = text;
  }

  void readFinalComment(String text) {
    finalComment = text;
  }
}
