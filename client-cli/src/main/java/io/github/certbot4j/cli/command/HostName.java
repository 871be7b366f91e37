package io.github.certbot4j.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The name of this machine as the kernel has it; asks no name server. */
final class HostName implements Supplier<String> {

  private static final Path FILE = Path.of("/proc/sys/kernel/hostname");

  @Override
  public String get() {
    try {
      return Files.readString(FILE).strip();
    } catch (IOException e) {
      return "localhost";
    }
  }
}
