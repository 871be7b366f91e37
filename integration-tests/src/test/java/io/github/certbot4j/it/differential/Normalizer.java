package io.github.certbot4j.it.differential;

import java.util.regex.Pattern;

/**
 * Takes out of a text what is different in any two runs: where the sandbox is, ports, ids, serial
 * numbers, times, and values that the CA draws.
 */
public final class Normalizer {
  private static final Pattern ACCOUNT = Pattern.compile("\\b[0-9a-f]{32}\\b");
  private static final Pattern SERIAL = Pattern.compile("(Serial Number: )[0-9a-f]+");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d:\\d\\d\\+00:00)?");
  private static final Pattern URL_PATH = Pattern.compile("(https://SERVER/\\S*/)[0-9a-f]+\\b");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}(\\.[A-Za-z0-9_-]{43})?");

  private final String sandbox;
  private final String server;
  private final String port;

  /**
   * For one program's runs.
   *
   * @param sandbox path of its directory
   * @param server host and port of its CA
   * @param port at which its CA looks for challenges
   */
  public Normalizer(String sandbox, String server, String port) {
    this.sandbox = sandbox;
    this.server = server;
    this.port = port;
  }

  /** The same text for the same facts. */
  public String normal(String text) {
    String plain = text.replace(sandbox, "SANDBOX").replace(server, "SERVER");
    plain = plain.replaceAll("\\b" + port + "\\b", "PORT");
    plain = ACCOUNT.matcher(plain).replaceAll("ACCOUNT");
    plain = SERIAL.matcher(plain).replaceAll("$1SERIAL");
    plain = URL_PATH.matcher(plain).replaceAll("$1ID");
    plain = TOKEN.matcher(plain).replaceAll("TOKEN");
    return TIME.matcher(plain).replaceAll("TIME").stripTrailing();
  }
}
