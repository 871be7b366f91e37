package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.EnhancementOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.SharedOptions;

/** Options that need or exclude each other, whatever is to be done. */
final class CombinationsRule implements SettingsRule {

  @Override
  public Settings apply(Verb verb, Settings settings) {
    checkSubset(settings);
    if (settings.find(EnhancementOptions.HSTS).orElse(false)
        && settings.get(EnhancementOptions.AUTO_HSTS)) {
      throw FailureException.rejected(
          "--hsts and --auto-hsts cannot be used together.", "Use one of them.");
    }
    int http = settings.get(SharedOptions.HTTP01_PORT);
    if (http == settings.get(SharedOptions.HTTPS_PORT)) {
      throw FailureException.rejected(
          "--http-01-port and --https-port are both " + http + ".", "Use different ports.");
    }
    return settings.get(CertificateOptions.MUST_STAPLE)
        ? settings.with(EnhancementOptions.STAPLE, true, Origin.DERIVED)
        : settings;
  }

  private static void checkSubset(Settings settings) {
    if (!settings.get(CertificateOptions.ALLOW_SUBSET_OF_NAMES)) {
      return;
    }
    for (DomainName name : settings.get(CertificateOptions.DOMAINS)) {
      if (name.isWildcard()) {
        throw FailureException.rejected(
            "--allow-subset-of-names cannot be used with the wildcard name " + name + ".",
            "Leave out one of them.");
      }
    }
  }
}
