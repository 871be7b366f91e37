package io.github.certbot4j.ini;

/** Steps through a text line by line without cutting it up. */
final class SourceLines {

  private final String text;
  private int start;
  private int end;
  private int next;
  private int number;

  SourceLines(String text, int from) {
    this.text = text;
    this.next = from;
  }

  /** Moves to the next line, if there is one. */
  boolean advance() {
    if (next >= text.length()) {
      return false;
    }
    start = next;
    int feed = text.indexOf('\n', start);
    end = feed < 0 ? text.length() : feed;
    next = feed < 0 ? end : feed + 1;
    while (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    number++;
    return true;
  }

  /** Where the line begins. */
  int start() {
    return start;
  }

  /** Where its content ends, before the line end. */
  int end() {
    return end;
  }

  /** Where the next line begins. */
  int next() {
    return next;
  }

  /** The line's number, counted from 1. */
  int number() {
    return number;
  }

  String text() {
    return text;
  }
}
