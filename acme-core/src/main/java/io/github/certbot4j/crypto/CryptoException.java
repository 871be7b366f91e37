package io.github.certbot4j.crypto;

/**
 * Input that cannot be used as the key, certificate, request or response it should be. The message
 * is one line that says what is wrong, without any secret content.
 */
public final class CryptoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Describes the problem. */
  public CryptoException(String message) {
    super(message);
  }

  /** Describes the problem and keeps the exception that revealed it. */
  public CryptoException(String message, Throwable cause) {
    super(message, cause);
  }
}
