package io.github.certbot4j.model;

/**
 * Recognises the texts that inet_aton(3) reads as an IPv4 address: one to four numbers in decimal,
 * octal ({@code 0377}) or hexadecimal ({@code 0x7f}), the last filling all bytes that remain.
 */
final class Ipv4Text {

  private static final int MAX_PARTS = 4;

  private Ipv4Text() {}

  static boolean matches(String text) {
    int parts = 0;
    int start = 0;
    while (start <= text.length()) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 ? text.length() : dot;
      parts++;
      if (parts > MAX_PARTS) {
        return false;
      }
      long value = number(text, start, end);
      boolean last = dot < 0;
      long limit = last ? 1L << (8 * (MAX_PARTS + 1 - parts)) : 256;
      if (value < 0 || value >= limit) {
        return false;
      }
      start = end + 1;
    }
    return parts > 0;
  }

  private static long number(String text, int start, int end) {
    int from = start;
    int radix = 10;
    if (end - start > 1 && text.charAt(start) == '0') {
      boolean hex = text.charAt(start + 1) == 'x' || text.charAt(start + 1) == 'X';
      radix = hex ? 16 : 8;
      from = hex ? start + 2 : start + 1;
    }
    if (from >= end || end - from > 16) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < end; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
      if (value > 0xffffffffL) {
        return -1;
      }
    }
    return value;
  }
}
