package io.github.certbot4j.apache.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a server writes into its error log from now on. */
final class ErrorLogTail {

  private static final int LONGEST = 1 << 16;
  private static final int MOST_LINES = 8;

  /** The levels that tell why a server can't go on. */
  private static final Pattern GRAVE = Pattern.compile("\\[[\\w-]*:?(emerg|alert|crit|error)\\]");

  private final Path file;
  private final long start;

  private ErrorLogTail(Path file, long start) {
    this.file = file;
    this.start = start;
  }

  /**
   * Begins at the present end of a log.
   *
   * @param file need not exist
   */
  static ErrorLogTail from(Path file) {
    try {
      return new ErrorLogTail(file, Files.isRegularFile(file) ? Files.size(file) : 0);
    } catch (IOException e) {
      return new ErrorLogTail(file, 0);
    }
  }

  /** The grave lines since then, behind a colon; an ending stop if there are none. */
  String words() {
    if (!Files.isRegularFile(file)) {
      return ".";
    }
    try {
      List<String> lines = added(file).lines().filter(line -> GRAVE.matcher(line).find()).toList();
      int from = Math.max(0, lines.size() - MOST_LINES);
      return lines.isEmpty()
          ? "."
          : ": " + String.join("; ", lines.subList(from, lines.size())) + ".";
    } catch (IOException e) {
      return ".";
    }
  }

  private String added(Path log) throws IOException {
    try (FileChannel channel = FileChannel.open(log)) {
      ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
      channel.read(buffer, Math.max(start, channel.size() - LONGEST));
      return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
  }
}
