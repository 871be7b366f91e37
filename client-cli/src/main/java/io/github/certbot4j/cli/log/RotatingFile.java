package io.github.certbot4j.cli.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that makes room for a new one when it is opened and whenever it gets too long. What was
 * there before is kept beside it with a number at the end of its name, 1 being the newest.
 */
final class RotatingFile {

  private final Path file;
  private final int backups;
  private final long limit;
  private FileChannel channel;
  private long size;

  private RotatingFile(Path file, int backups, long limit) {
    this.file = file;
    this.backups = backups;
    this.limit = limit;
  }

  /**
   * Opens the file for writing at its end, after rotating it: even the first of all is rotated, and
   * leaves an empty backup.
   *
   * @param backups how many old files are kept; 0 for none and no rotation at all
   * @param limit the bytes that a file may have before the next one is begun
   */
  static RotatingFile open(Path file, int backups, long limit) throws IOException {
    RotatingFile rotating = new RotatingFile(file, backups, limit);
    rotating.open();
    if (backups > 0) {
      rotating.rotate();
    }
    return rotating;
  }

  void write(byte[] bytes) throws IOException {
    if (backups > 0 && size > 0 && size + bytes.length >= limit) {
      rotate();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      size += channel.write(buffer);
    }
  }

  void close() throws IOException {
    channel.close();
  }

  private void open() throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    size = channel.size();
  }

  /** Backups move up to the first gap only: what lies beyond is older anyway. */
  private void rotate() throws IOException {
    channel.close();
    int number = 1;
    while (number < backups && Files.exists(backup(number))) {
      number++;
    }
    for (int i = number; i > 1; i--) {
      Files.move(backup(i - 1), backup(i), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(file, backup(1), StandardCopyOption.REPLACE_EXISTING);
    open();
  }

  private Path backup(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
