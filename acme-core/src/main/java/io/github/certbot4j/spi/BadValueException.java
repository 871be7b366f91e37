package io.github.certbot4j.spi;

/** An option's text cannot be read as its type. The message completes "argument --x: ...". */
public final class BadValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadValueException(String message) {
    super(message);
  }
}
