package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code --staging} and {@code --dry-run} mean for the server, and what they allow. */
final class TestServerRule implements SettingsRule {

  @Override
  public Settings apply(Verb verb, Settings settings) {
    boolean staging = settings.get(DecisionOptions.STAGING);
    boolean dryRun = settings.get(DecisionOptions.DRY_RUN);
    if (!staging && !dryRun) {
      return settings;
    }
    AcmeServer server = settings.get(PathOptions.SERVER);
    boolean replaceable = server.equals(AcmeServer.PRODUCTION) || server.equals(AcmeServer.STAGING);
    if (staging && !replaceable) {
      throw FailureException.rejected(
          "--staging means another server than --server " + server + ".",
          "Leave out --staging; the server named by --server is used.");
    }
    Settings result =
        replaceable
            ? settings.with(PathOptions.SERVER, AcmeServer.STAGING, Origin.DERIVED)
            : settings;
    return dryRun ? rehearsal(verb, result) : result;
  }

  private static Settings rehearsal(Verb verb, Settings settings) {
    if (verb != Verb.CERTONLY && verb != Verb.RENEW) {
      throw FailureException.rejected(
          "--dry-run works with certonly and renew only, not with " + verb.word() + ".",
          "Use --staging to get test certificates with other commands.");
    }
    Settings.Builder result = settings.toBuilder();
    if (!settings.get(DecisionOptions.STAGING)) {
      result.put(DecisionOptions.STAGING, true, Origin.DERIVED);
    }
    result.put(DecisionOptions.BREAK_MY_CERTS, true, Origin.DERIVED);
    if (hasAccounts(Path.of(settings.get(PathOptions.CONFIG_DIR)))) {
      // Whoever has an account somewhere has been asked before; a rehearsal shall not ask again.
      result.put(AccountOptions.TOS, true, Origin.DERIVED);
      result.put(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL, true, Origin.DERIVED);
    }
    return result.build();
  }

  private static boolean hasAccounts(Path configDirectory) {
    Path accounts = configDirectory.resolve("accounts");
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(accounts)) {
      return entries.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }
}
