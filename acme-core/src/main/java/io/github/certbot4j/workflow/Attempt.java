package io.github.certbot4j.workflow;

import io.github.certbot4j.config.Settings;
import io.github.certbot4j.spi.Authenticator;
import java.util.Optional;

/**
 * What is in place once an attempt to obtain a certificate can begin: plugins are ready and the
 * account is known.
 *
 * @param settings the options in force, with the names of account and plugins put in
 * @param installer the installer to reload afterwards, if one was asked for
 */
record Attempt(
    Settings settings,
    ActiveAccount account,
    Authenticator authenticator,
    Optional<PluginSource.NamedInstaller> installer) {

  Attempt with(Settings changed) {
    return new Attempt(changed, account, authenticator, installer);
  }
}
