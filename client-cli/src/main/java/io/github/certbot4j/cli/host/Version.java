package io.github.certbot4j.cli.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the program: the level of the command line that it implements. */
public final class Version {

  private Version() {}

  /** The number, such as {@code 1.15.0}. */
  public static String number() {
    try (InputStream text =
        Version.class.getResourceAsStream("/io/github/certbot4j/cli/version.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code --version} prints. */
  public static String line() {
    return "certbot " + number();
  }
}
