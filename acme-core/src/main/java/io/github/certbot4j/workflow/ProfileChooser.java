package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Settings;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picks the certificate profile to ask a CA for. */
final class ProfileChooser {

  private static final Logger LOG = LoggerFactory.getLogger(ProfileChooser.class);

  private final Gateways gateways;

  ProfileChooser(Gateways gateways) {
    this.gateways = gateways;
  }

  /** The required profile, else the preferred one if the CA offers it, else none. */
  Optional<String> choose(Settings settings) {
    Optional<String> required = settings.find(CertificateOptions.REQUIRED_PROFILE);
    if (required.isPresent()) {
      return required;
    }
    Optional<String> preferred = settings.find(CertificateOptions.PREFERRED_PROFILE);
    if (preferred.isEmpty()) {
      return preferred;
    }
    boolean offered = gateways.to(settings).meta().profiles().containsKey(preferred.get());
    if (!offered) {
      LOG.info("The CA does not offer the profile '{}'; going on without.", preferred.get());
    }
    return offered ? preferred : Optional.empty();
  }
}
