package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;

/** The account at the CA and how it comes about. */
public final class AccountOptions {

  public static final OptionSpec<String> EAB_KID =
      OptionSpec.of("eab_kid", OptionTypes.TEXT)
          .names("--eab-kid")
          .topics(HelpTopics.GENERAL, "run", "certonly", "register")
          .description(
              "The key identifier that the CA gave you for external account binding. Needs"
                  + " --eab-hmac-key.")
          .build();

  public static final OptionSpec<String> EAB_HMAC_KEY =
      OptionSpec.of("eab_hmac_key", OptionTypes.TEXT)
          .names("--eab-hmac-key")
          .topics(HelpTopics.GENERAL, "run", "certonly", "register")
          .description(
              "The MAC key, in base64url, that the CA gave you for external account binding. Needs"
                  + " --eab-kid.")
          .build();

  public static final OptionSpec<String> EAB_HMAC_ALG =
      OptionSpec.of("eab_hmac_alg", OptionTypes.choice("HS256", "HS384", "HS512"))
          .names("--eab-hmac-alg")
          .metavar("EAB_HMAC_ALG")
          .topics(HelpTopics.GENERAL, "run", "certonly", "register")
          .defaultValue("HS256")
          .description("The MAC algorithm for external account binding: HS256, HS384 or HS512.")
          .build();

  public static final OptionSpec<Boolean> REGISTER_UNSAFELY_WITHOUT_EMAIL =
      OptionSpec.of("register_unsafely_without_email", OptionTypes.FLAG)
          .names("--register-unsafely-without-email")
          .topics("register", "automation")
          .defaultValue(false)
          .description(
              "Register without an e-mail address, so that the CA cannot reach you when something"
                  + " is wrong. With update_account, remove the address.")
          .build();

  public static final OptionSpec<String> EMAIL =
      OptionSpec.of("email", OptionTypes.TEXT)
          .names("-m", "--email")
          .topics("register", "update_account", "unregister", "automation")
          .description(
              "The e-mail address at which the CA can reach you; several are separated by commas.")
          .build();

  public static final OptionSpec<Boolean> EFF_EMAIL =
      OptionSpec.of("eff_email", OptionTypes.FLAG)
          .names("--eff-email")
          .negativeNames("--no-eff-email")
          .topics("register", "update_account", "automation")
          .description("Give your e-mail address to the Electronic Frontier Foundation.")
          .negativeDescription(
              "Do not give your e-mail address to the Electronic Frontier Foundation.")
          .build();

  public static final OptionSpec<Boolean> TOS =
      OptionSpec.of("tos", OptionTypes.FLAG)
          .names("--agree-tos")
          .topics("automation")
          .defaultValue(false)
          .description("Agree to the CA's terms of service without being asked.")
          .build();

  public static final OptionSpec<String> ACCOUNT =
      OptionSpec.of("account", OptionTypes.TEXT)
          .names("--account")
          .metavar("ACCOUNT_ID")
          .topics("unregister", "automation")
          .stored(Stored.WHEN_RELEVANT)
          .description("The account to use when there are several, by its identifier.")
          .build();

  private AccountOptions() {}
}
