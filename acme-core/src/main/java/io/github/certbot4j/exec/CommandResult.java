package io.github.certbot4j.exec;

/**
 * What a program left behind.
 *
 * @param exitCode its exit status; 128 plus the signal's number when a signal ended it
 * @param stdout all that it wrote to standard output, decoded as UTF-8
 * @param stderr all that it wrote to standard error, decoded as UTF-8
 */
public record CommandResult(int exitCode, String stdout, String stderr) {

  public boolean succeeded() {
    return exitCode == 0;
  }
}
