package io.github.certbot4j.spi;

import io.github.certbot4j.spi.OptionSpec.Stored;

/** Options of the program that plugins heed too. */
public final class SharedOptions {

  public static final OptionSpec<Integer> HTTP01_PORT =
      OptionSpec.of("http01_port", OptionTypes.INT)
          .names("--http-01-port")
          .topics("testing", "standalone", "manual")
          .defaultValue(80)
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "The local port for http-01 challenges. The CA always connects to port 80; another"
                  + " port works only if 80 is forwarded to it.")
          .build();

  public static final OptionSpec<String> HTTP01_ADDRESS =
      OptionSpec.of("http01_address", OptionTypes.TEXT)
          .names("--http-01-address")
          .topics("testing", "standalone")
          .defaultValue("")
          .stored(Stored.WHEN_RELEVANT)
          .description("The local address to listen at for http-01 challenges; all by default.")
          .build();

  public static final OptionSpec<Integer> HTTPS_PORT =
      OptionSpec.of("https_port", OptionTypes.INT)
          .names("--https-port")
          .topics("testing", "nginx")
          .defaultValue(443)
          .description("The port that the web server is configured to serve HTTPS at.")
          .build();

  public static final OptionSpec<Boolean> VALIDATE_HOOKS =
      OptionSpec.of("validate_hooks", OptionTypes.FLAG)
          .negativeNames("--disable-hook-validation")
          .topics("renew")
          .defaultValue(true)
          .negativeDescription(
              "Do not check beforehand that the programs named by hooks can be executed.")
          .build();

  public static final OptionSpec<String> DNS_PROPAGATION_CHECK =
      OptionSpec.of("dns_propagation_check", OptionTypes.choice("auto", "off"))
          .names("--dns-propagation-check")
          .topics("plugins")
          .defaultValue("auto")
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "How the plugins for DNS services wait for their name servers: auto asks those until"
                  + " all show the records, for at most as long as the plugin's"
                  + " --dns-...-propagation-seconds say; off always waits as long as these say.")
          .build();

  private SharedOptions() {}
}
