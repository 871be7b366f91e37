package io.github.certbot4j.config;

/** Where an option's value came from, weakest first. */
public enum Origin {
  DEFAULT,
  RENEWAL_CONF,
  CONFIG_FILE,
  COMMAND_LINE,
  /** Concluded from other options or from what the run found, such as the account in use. */
  DERIVED;

  /** Whether the user gave the value in this run. */
  public boolean isUser() {
    return this == CONFIG_FILE || this == COMMAND_LINE;
  }
}
