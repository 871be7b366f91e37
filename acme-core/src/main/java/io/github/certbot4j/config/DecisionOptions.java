package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;

/** Answers to the questions of what to do about the certificates that are there. */
public final class DecisionOptions {

  public static final OptionSpec<Boolean> DRY_RUN =
      flag("dry_run")
          .names("--dry-run")
          .topics(HelpTopics.GENERAL, "testing", "renew", "certonly")
          .description(
              "Try whether certonly or renew would work: get test certificates from a staging"
                  + " server and save none. Deploy hooks are not run.")
          .build();

  public static final OptionSpec<Boolean> REINSTALL =
      flag("reinstall")
          .names("--keep-until-expiring", "--keep", "--reinstall")
          .topics("automation", "certonly", "run")
          .description(
              "If there is a certificate for the same names that is not due for renewal, keep it;"
                  + " run installs it again.")
          .build();

  public static final OptionSpec<Boolean> EXPAND =
      flag("expand")
          .names("--expand")
          .topics("automation")
          .description(
              "If there is a certificate for some of the names, replace it by one for all of them.")
          .build();

  public static final OptionSpec<Boolean> RENEW_BY_DEFAULT =
      flag("renew_by_default")
          .names("--force-renewal", "--renew-by-default")
          .topics("automation", "renew")
          .description("Renew certificates that are not due yet. Implies --expand.")
          .build();

  public static final OptionSpec<Boolean> RENEW_WITH_NEW_DOMAINS =
      flag("renew_with_new_domains")
          .names("--renew-with-new-domains")
          .topics("automation")
          .description(
              "If the certificate given by --cert-name has other names, renew it with the new"
                  + " ones.")
          .build();

  public static final OptionSpec<Boolean> DUPLICATE =
      flag("duplicate")
          .names("--duplicate")
          .topics("automation")
          .description("Get a certificate of its own even if there is one for the same names.")
          .build();

  public static final OptionSpec<Boolean> STAGING =
      flag("staging")
          .names("--test-cert", "--staging")
          .topics("testing", "revoke", "run")
          .description(
              "Get test certificates from the staging server, or revoke ones from there. Browsers"
                  + " do not trust them.")
          .build();

  public static final OptionSpec<Boolean> BREAK_MY_CERTS =
      flag("break_my_certs")
          .names("--break-my-certs")
          .topics("testing")
          .description("Let a test certificate take the place of one that browsers trust.")
          .build();

  public static final OptionSpec<Boolean> AUTORENEW =
      OptionSpec.of("autorenew", OptionTypes.FLAG)
          .negativeNames("--no-autorenew")
          .topics("renew")
          .defaultValue(true)
          .stored(Stored.WHEN_RELEVANT)
          .negativeDescription("Do not renew this certificate automatically.")
          .build();

  public static final OptionSpec<Integer> PARALLEL =
      OptionSpec.of("parallel", OptionTypes.POSITIVE_INT)
          .names("--parallel")
          .topics("renew")
          .metavar("NUMBER")
          .defaultValue(1)
          .description(
              "How many certificates renew may obtain at the same time. Hooks still run one at a"
                  + " time, and a certificate whose plugin edits a web server's configuration or"
                  + " asks a person is obtained alone.")
          .build();

  private DecisionOptions() {}

  private static OptionSpec.Builder<Boolean> flag(String key) {
    return OptionSpec.of(key, OptionTypes.FLAG).defaultValue(false);
  }
}
