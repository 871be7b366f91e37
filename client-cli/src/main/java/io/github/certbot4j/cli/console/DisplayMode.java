package io.github.certbot4j.cli.console;

/** How much the user wants to see and to be asked. */
public enum DisplayMode {
  /** Shows everything and asks. */
  INTERACTIVE,
  /** Shows everything and asks nothing: defaults are taken, a missing answer is an error. */
  NON_INTERACTIVE,
  /** As non-interactive, and shows nothing. */
  QUIET
}
