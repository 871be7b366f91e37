package io.github.certbot4j.ini;

/** One value of an otherwise readable file cannot be used, found when that value was asked for. */
public final class IniValueException extends IniException {

  private static final long serialVersionUID = 1L;

  IniValueException(String sourceName, int line, String problem) {
    super(sourceName, line, problem);
  }
}
