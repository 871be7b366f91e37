package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionTypes;

/**
 * What a web server's configuration is improved by. The pairs have an unset state: a redirect is
 * then made by {@code run} and {@code install}, the others aren't.
 */
public final class EnhancementOptions {

  public static final OptionSpec<Boolean> REDIRECT =
      OptionSpec.of("redirect", OptionTypes.FLAG)
          .names("--redirect")
          .negativeNames("--no-redirect")
          .topics("security", "enhance")
          .negativeTopics("security")
          .description("Redirect all HTTP traffic to HTTPS.")
          .negativeDescription("Do not redirect HTTP traffic to HTTPS.")
          .build();

  public static final OptionSpec<Boolean> HSTS =
      OptionSpec.of("hsts", OptionTypes.FLAG)
          .names("--hsts")
          .negativeNames("--no-hsts")
          .topics("security", "enhance")
          .negativeTopics("security")
          .negativeHidden()
          .description(
              "Add the Strict-Transport-Security header to every response, so that browsers insist"
                  + " on HTTPS.")
          .negativeDescription("Do not add the Strict-Transport-Security header.")
          .build();

  public static final OptionSpec<Boolean> UIR =
      OptionSpec.of("uir", OptionTypes.FLAG)
          .names("--uir")
          .negativeNames("--no-uir")
          .topics("security", "enhance")
          .negativeTopics("security")
          .negativeHidden()
          .description(
              "Add a Content-Security-Policy header that lets browsers fetch the parts of a page"
                  + " over HTTPS.")
          .negativeDescription("Do not add the Content-Security-Policy header.")
          .build();

  public static final OptionSpec<Boolean> STAPLE =
      OptionSpec.of("staple", OptionTypes.FLAG)
          .names("--staple-ocsp")
          .negativeNames("--no-staple-ocsp")
          .topics("security")
          .negativeHidden()
          .description("Turn on OCSP stapling in the web server.")
          .negativeDescription("Do not turn on OCSP stapling.")
          .build();

  public static final OptionSpec<Boolean> AUTO_HSTS =
      OptionSpec.of("auto_hsts", OptionTypes.FLAG)
          .names("--auto-hsts")
          .topics("security", "enhance")
          .defaultValue(false)
          .description(
              "Add a Strict-Transport-Security header whose lifetime is short at first and grows"
                  + " with the renewals. Needs an installer that supports it.")
          .build();

  private EnhancementOptions() {}
}
