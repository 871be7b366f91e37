package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;

/** Commands run around issuing, and the manners of {@code renew}. */
public final class HookOptions {

  public static final OptionSpec<String> PRE_HOOK =
      stored("pre_hook")
          .names("--pre-hook")
          .description(
              "A shell command to run before a certificate is ordered, for example to stop a"
                  + " server. Only run if something is due, and once for several certificates.")
          .build();

  public static final OptionSpec<String> POST_HOOK =
      stored("post_hook")
          .names("--post-hook")
          .description(
              "A shell command to run after an order, whether or not it worked, for example to"
                  + " start a server again. Run once for several certificates.")
          .build();

  /** What a renewal configuration calls the deploy hook; given alone it spares new lineages. */
  public static final OptionSpec<String> RENEW_HOOK =
      stored("renew_hook")
          .names("--renew-hook")
          .hidden()
          .description("A shell command to run for every certificate that was renewed.")
          .build();

  public static final OptionSpec<Boolean> RANDOM_SLEEP_ON_RENEW =
      OptionSpec.of("random_sleep_on_renew", OptionTypes.FLAG)
          .negativeNames("--no-random-sleep-on-renew")
          .topics("renew")
          .defaultValue(true)
          .negativeHidden()
          .negativeDescription(
              "Do not wait a random time before renewing when not run from a terminal.")
          .build();

  public static final OptionSpec<String> DEPLOY_HOOK =
      OptionSpec.of("deploy_hook", OptionTypes.TEXT)
          .names("--deploy-hook")
          .topics("renew")
          .description(
              "A shell command to run for every certificate that was issued. It finds the directory"
                  + " of the certificate in RENEWED_LINEAGE and its names, separated by blanks, in"
                  + " RENEWED_DOMAINS.")
          .build();

  public static final OptionSpec<Boolean> RUN_DEPLOY_HOOKS =
      OptionSpec.of("run_deploy_hooks", OptionTypes.FLAG)
          .names("--run-deploy-hooks")
          .topics("testing", "renew", "certonly", "reconfigure")
          .defaultValue(false)
          .description("In a dry run, run the deploy hooks too, with the certificate in use.")
          .build();

  public static final OptionSpec<Boolean> DIRECTORY_HOOKS =
      OptionSpec.of("directory_hooks", OptionTypes.FLAG)
          .negativeNames("--no-directory-hooks")
          .topics("renew")
          .defaultValue(true)
          .negativeDescription("Do not run the programs in the renewal-hooks directories.")
          .build();

  public static final OptionSpec<Boolean> DISABLE_RENEW_UPDATES =
      OptionSpec.of("disable_renew_updates", OptionTypes.FLAG)
          .names("--disable-renew-updates")
          .topics("renew")
          .defaultValue(false)
          .description(
              "When renewing, leave the web server's configuration alone except for what the new"
                  + " certificate needs.")
          .build();

  private HookOptions() {}

  private static OptionSpec.Builder<String> stored(String key) {
    return OptionSpec.of(key, OptionTypes.TEXT).topics("renew").stored(Stored.WHEN_RELEVANT);
  }
}
