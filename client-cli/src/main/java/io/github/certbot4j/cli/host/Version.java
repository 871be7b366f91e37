package io.github.certbot4j.cli.host;

/** The version of the program: the level of the command line that it implements. */
public final class Version {

  private Version() {}

  /** The number, such as {@code 1.15.0}. */
  public static String number() {
    return BuildFacts.VERSION;
  }

  /** What {@code --version} prints. */
  public static String line() {
    return "certbot " + number();
  }
}
