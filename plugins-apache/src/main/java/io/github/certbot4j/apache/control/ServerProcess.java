package io.github.certbot4j.apache.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The server's first process. */
public final class ServerProcess {

  private ServerProcess() {}

  /** Its number, from the file that it keeps it in; empty if there is no such process. */
  public static OptionalLong in(Path pidFile) {
    try {
      String text = Files.readString(pidFile, StandardCharsets.ISO_8859_1).strip();
      long pid = Long.parseLong(text);
      return ProcessHandle.of(pid).isPresent() ? OptionalLong.of(pid) : OptionalLong.empty();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
