package io.github.certbot4j.ini;

/** A configuration file says something that cannot be used. The message is one line. */
public abstract sealed class IniException extends RuntimeException
    permits IniSyntaxException, IniValueException {

  private static final long serialVersionUID = 1L;

  private final String sourceName;
  private final int line;

  IniException(String sourceName, int line, String problem) {
    super(line > 0 ? sourceName + ", line " + line + ": " + problem : sourceName + ": " + problem);
    this.sourceName = sourceName;
    this.line = line;
  }

  /** The file, as it was named to the parser. */
  public final String sourceName() {
    return sourceName;
  }

  /** The line it was found in, counted from 1; 0 when it isn't from a file. */
  public final int line() {
    return line;
  }
}
