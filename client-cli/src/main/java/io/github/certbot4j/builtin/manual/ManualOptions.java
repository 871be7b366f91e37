package io.github.certbot4j.builtin.manual;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import java.util.List;

/** The options of the manual plugin. */
public final class ManualOptions {

  public static final OptionSpec<String> MANUAL_AUTH_HOOK =
      OptionSpec.of("manual_auth_hook", OptionTypes.TEXT)
          .names("--manual-auth-hook")
          .topics("manual")
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "A command to run for every challenge, which puts it in place. It finds the name in"
                  + " CERTBOT_DOMAIN and what to publish in CERTBOT_VALIDATION.")
          .build();

  public static final OptionSpec<String> MANUAL_CLEANUP_HOOK =
      OptionSpec.of("manual_cleanup_hook", OptionTypes.TEXT)
          .names("--manual-cleanup-hook")
          .topics("manual")
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "A command to run for every challenge once it is over, which takes it away again.")
          .build();

  public static final OptionSpec<Boolean> MANUAL_PUBLIC_IP_LOGGING_OK =
      OptionSpec.of("manual_public_ip_logging_ok", OptionTypes.FLAG)
          .names("--manual-public-ip-logging-ok")
          .deprecated()
          .description("Has no effect any more.")
          .build();

  private ManualOptions() {}

  /** All of them, in the order of help pages. */
  public static List<OptionSpec<?>> all() {
    return List.of(MANUAL_AUTH_HOOK, MANUAL_CLEANUP_HOOK, MANUAL_PUBLIC_IP_LOGGING_OK);
  }
}
