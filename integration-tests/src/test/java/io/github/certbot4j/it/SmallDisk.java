package io.github.certbot4j.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file system in memory that is soon full. */
public final class SmallDisk implements AutoCloseable {
  private final Path directory;
  private final Path ballast;

  public SmallDisk(Path directory, int kilobytes) throws IOException {
    Requirement.root();
    this.directory = directory;
    ballast = directory.resolve("ballast");
    call("mount", "-t", "tmpfs", "-o", "mode=755,size=" + kilobytes + "k", "none");
  }

  /** Takes all the room there is. */
  public void fill() {
    try (OutputStream out = Files.newOutputStream(ballast)) {
      byte[] block = new byte[1024];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // That is the aim.
    }
  }

  public void writable(boolean yes) throws IOException {
    call("mount", "-o", yes ? "remount,rw" : "remount,ro");
  }

  public void free() throws IOException {
    Files.delete(ballast);
  }

  @Override
  public void close() throws IOException {
    call("umount");
  }

  private void call(String... command) throws IOException {
    String[] whole = Arrays.copyOf(command, command.length + 1);
    whole[command.length] = directory.toString();
    Process process = new ProcessBuilder(whole).inheritIO().start();
    Patience.until(command[0] + " ends", () -> !process.isAlive());
    if (process.exitValue() != 0) {
      throw new AssertionError(command[0] + " " + directory + " ended with an error");
    }
  }
}
