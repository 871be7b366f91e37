package io.github.certbot4j.ini;

/** A text that is not written in the dialect: the whole file is unusable. */
public final class IniSyntaxException extends IniException {

  private static final long serialVersionUID = 1L;

  IniSyntaxException(String sourceName, int line, String problem) {
    super(sourceName, line, problem);
  }
}
