package io.github.certbot4j.cli.plugin;

/** Which plugins a subcommand works with. */
public enum PluginNeed {
  /** An authenticator and an installer, for a run that obtains and installs. */
  BOTH("How should control of the names be proved, and the certificate be installed?"),
  /** An authenticator, and an installer if one was named. */
  AUTHENTICATOR("How should control of the names be proved to the ACME server?"),
  /** An installer, to install a certificate. */
  INSTALLER("Which server should the certificate be installed in?"),
  /** An installer, to enhance its configuration. */
  ENHANCEMENT("Which server's configuration should be enhanced?"),
  /** An installer, to undo its changes; none is no error. */
  ROLLBACK("Which server's configuration should be rolled back?"),
  /** No plugin at all. */
  NONE("");

  private final String question;

  PluginNeed(String question) {
    this.question = question;
  }

  /** What the user is asked when no plugin was named. */
  String question() {
    return question;
  }
}
