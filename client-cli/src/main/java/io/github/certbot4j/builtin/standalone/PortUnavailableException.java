package io.github.certbot4j.builtin.standalone;

/** No address could be listened at. */
final class PortUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  enum Reason {
    BUSY,
    DENIED,
    OTHER
  }

  private final Reason reason;

  PortUnavailableException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
