package io.github.certbot4j.nginx.parse;

/** A text isn't what nginx accepts. The message says why, without place. */
public final class SyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  SyntaxException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** Where it is wrong, counted from 1. */
  public int line() {
    return line;
  }

  /** Which byte of the line, counted from 1. */
  public int column() {
    return column;
  }
}
