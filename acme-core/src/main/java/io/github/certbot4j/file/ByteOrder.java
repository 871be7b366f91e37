package io.github.certbot4j.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The order in which the C locale sorts file names: that of their bytes. */
public final class ByteOrder {

  private ByteOrder() {}

  /** Sorts texts by their bytes in UTF-8, taken as unsigned numbers. */
  public static void sort(List<String> texts) {
    texts.sort(areAscii(texts) ? null : ByteOrder::compare);
  }

  /** Then the order of chars is that of bytes. */
  private static boolean areAscii(List<String> texts) {
    for (String text : texts) {
      if (bytes(text).length != text.length()) {
        return false;
      }
    }
    return true;
  }

  private static int compare(String one, String other) {
    return Arrays.compareUnsigned(bytes(one), bytes(other));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
