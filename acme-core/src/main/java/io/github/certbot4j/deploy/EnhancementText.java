package io.github.certbot4j.deploy;

import io.github.certbot4j.spi.Enhancement;

/** What enhancements are called. */
final class EnhancementText {

  private EnhancementText() {}

  /** In messages. */
  static String name(Enhancement enhancement) {
    return switch (enhancement) {
      case REDIRECT -> "the redirect from HTTP to HTTPS";
      case HSTS -> "the Strict-Transport-Security header";
      case UPGRADE_INSECURE_REQUESTS -> "the header that upgrades insecure requests";
      case OCSP_STAPLING -> "OCSP stapling";
    };
  }

  /** In the journal of checkpoints, which other programs read. */
  static String checkpointTitle(Enhancement enhancement) {
    return "Add enhancement "
        + switch (enhancement) {
          case REDIRECT -> "redirect";
          case HSTS, UPGRADE_INSECURE_REQUESTS -> "ensure-http-header";
          case OCSP_STAPLING -> "staple-ocsp";
        };
  }
}
