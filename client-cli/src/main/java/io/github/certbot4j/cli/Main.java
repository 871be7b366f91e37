package io.github.certbot4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where the process starts: wires the parts together and turns their outcome into an exit code. */
public final class Main {

  private Main() {}

  /**
   * Runs the command line.
   *
   * @param arguments the arguments as the shell passed them, without the name of the command
   */
  public static void main(String[] arguments) {
    System.out.println("certbot " + version());
  }

  private static String version() {
    try (InputStream text = Main.class.getResourceAsStream("version.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
