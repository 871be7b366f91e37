package io.github.certbot4j.spi;

/** A plugin cannot work on this machine or with these options. The message is one clear line. */
public final class PluginUnusableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** How far the plugin is from working. */
  public enum Reason {
    /** What it drives is not installed; it isn't offered. */
    NOT_INSTALLED,
    /** It is offered, marked as misconfigured. */
    MISCONFIGURED
  }

  private final Reason reason;

  public PluginUnusableException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
