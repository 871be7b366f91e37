package io.github.certbot4j.cli.command;

import io.github.certbot4j.cli.option.Verb;

/** The command of each verb. */
public final class Commands {

  private Commands() {}

  /** The command that carries the verb out. */
  public static Command of(Verb verb) {
    return switch (verb) {
      case CERTONLY -> new CertonlyCommand();
      case RENEW -> new RenewCommand();
      case CERTIFICATES -> new CertificatesCommand();
      case DELETE -> new DeleteCommand();
      case REVOKE -> new RevokeCommand();
      case REGISTER, UPDATE_ACCOUNT, UNREGISTER, SHOW_ACCOUNT -> new AccountCommand();
      case RECONFIGURE -> new ReconfigureCommand();
      case UPDATE_SYMLINKS -> new UpdateSymlinksCommand();
      case PLUGINS -> new PluginsCommand();
      case RUN -> new RunCommand();
      case INSTALL -> new InstallCommand();
      case ENHANCE -> new EnhanceCommand();
      case ROLLBACK -> new RollbackCommand();
    };
  }
}
