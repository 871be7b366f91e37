package io.github.certbot4j.nginx.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads text as nginx does (ngx_conf_read_token in src/core/ngx_conf_file.c), and loses nothing of
 * it. It takes time in proportion to the text, and no more stack for deeper blocks.
 *
 * <p>Blocks of Lua ({@code content_by_lua_block} and its kin, of OpenResty's modules) are left as
 * they are.
 */
public final class Parser {

  private static final String BYTE_ORDER_MARK = ByteText.encoded("\uFEFF");
  private static final String LUA_BLOCK = "_by_lua_block";

  private final String text;
  private int pos;

  /** The blocks that are open, each with where it begins. */
  private final Deque<Open> open = new ArrayDeque<>();

  private Body current = new Body();

  private record Open(Body outer, int start) {}

  private Parser(String text) {
    this.text = text;
  }

  /**
   * Reads a file.
   *
   * @param text in the form of {@link ByteText}
   */
  public static Body parse(String text) throws SyntaxException {
    return new Parser(text).file();
  }

  /** Reads one statement of our own making. */
  public static Statement statement(String text) {
    try {
      List<Statement> statements = parse(text).statements();
      if (statements.size() == 1) {
        return statements.get(0);
      }
      throw new IllegalArgumentException("not one statement: " + text);
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private Body file() throws SyntaxException {
    if (text.startsWith(BYTE_ORDER_MARK)) {
      pos = BYTE_ORDER_MARK.length();
    }
    gap(0);
    while (pos < text.length()) {
      piece(text.charAt(pos));
    }
    if (!open.isEmpty()) {
      throw trouble("the block that begins here is not closed", open.peek().start());
    }
    return current;
  }

  private void piece(char c) throws SyntaxException {
    switch (c) {
      case '#' -> comment();
      case '}' -> close();
      case ';', '{' -> throw trouble("unexpected \"" + c + "\"", pos);
      default -> statement();
    }
    gap(pos);
  }

  private void gap(int start) {
    while (pos < text.length() && isSpace(text.charAt(pos))) {
      pos++;
    }
    if (pos > start) {
      current.add(new Gap(text.substring(start, pos)));
    }
  }

  private void comment() {
    int start = pos;
    int lineEnd = text.indexOf('\n', pos);
    pos = lineEnd < 0 ? text.length() : lineEnd;
    if (lineEnd > start && text.charAt(lineEnd - 1) == '\r') {
      pos--;
    }
    current.add(new Comment(text.substring(start, pos)));
  }

  private void close() throws SyntaxException {
    if (open.isEmpty()) {
      throw trouble("unexpected \"}\"", pos);
    }
    current = open.pop().outer();
    pos++;
  }

  private void statement() throws SyntaxException {
    int start = pos;
    List<Word> words = new ArrayList<>();
    String tail = words(words, start);
    char end = text.charAt(pos);
    if (end == ';') {
      pos++;
      current.add(Statement.simple(words, tail));
    } else if (words.get(0).raw().endsWith(LUA_BLOCK)) {
      current.add(Statement.foreign(words, tail, lua()));
    } else {
      Statement block = Statement.block(words, tail);
      current.add(block);
      open.push(new Open(current, start));
      current = block.body().orElseThrow();
      pos++;
    }
  }

  private String lua() throws SyntaxException {
    int start = pos;
    pos = LuaBlock.end(text, pos);
    if (pos < 0) {
      throw trouble("the Lua block that begins here is not closed", start);
    }
    return text.substring(start, pos);
  }

  /** Reads words up to the end of the statement's head; the result is what follows the last. */
  private String words(List<Word> words, int start) throws SyntaxException {
    int leadStart = pos;
    boolean needsSpace = false;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (isSpace(c)) {
        needsSpace = false;
        pos++;
      } else if (c == ';' || c == '{') {
        return text.substring(leadStart, pos);
      } else if (needsSpace && c != ')') {
        throw trouble("unexpected \"" + shown(c) + "\" after a quoted word", pos);
      } else if (c == '#') {
        skipLine();
      } else if (c == '}') {
        throw trouble("unexpected \"}\", expecting \";\" before it", pos);
      } else {
        int wordStart = pos;
        needsSpace = word(c);
        words.add(new Word(text.substring(leadStart, wordStart), text.substring(wordStart, pos)));
        leadStart = pos;
      }
    }
    throw trouble("the directive that begins here is not ended by \";\" or a block", start);
  }

  private void skipLine() {
    int lineEnd = text.indexOf('\n', pos);
    pos = lineEnd < 0 ? text.length() : lineEnd;
  }

  /** Reads a word; whether it was one in quotes. */
  private boolean word(char first) throws SyntaxException {
    if (first == '"' || first == '\'') {
      quotedWord();
      return true;
    }
    boolean variable = false;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (isSpace(c) || c == ';' || c == '{' && !variable) {
        return false;
      }
      variable = c == '$' || c == '{';
      pos = Math.min(pos + (c == '\\' ? 2 : 1), text.length());
    }
    return false;
  }

  private void quotedWord() throws SyntaxException {
    int end = Quotation.end(text, pos);
    if (end == Quotation.OPEN) {
      throw trouble("the quotation that begins here is not closed", pos);
    }
    pos = end;
  }

  private SyntaxException trouble(String message, int position) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new SyntaxException(message, line, position - lineStart + 1);
  }

  private static String shown(char c) {
    return c > 0x20 && c < 0x7f ? String.valueOf(c) : String.format("\\x%02x", (int) c);
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
