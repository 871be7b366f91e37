package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import java.util.ArrayList;
import java.util.List;

/** Which plugins do the work. */
public final class PluginOptions {

  public static final OptionSpec<String> CONFIGURATOR =
      OptionSpec.of("configurator", OptionTypes.TEXT)
          .names("--configurator")
          .topics("plugins")
          .description("The plugin that both proves control over the names and installs.")
          .build();

  public static final OptionSpec<String> AUTHENTICATOR =
      OptionSpec.of("authenticator", OptionTypes.TEXT)
          .names("-a", "--authenticator")
          .topics("plugins")
          .stored(Stored.WHEN_RELEVANT)
          .description("The plugin that proves control over the names.")
          .build();

  public static final OptionSpec<String> INSTALLER =
      OptionSpec.of("installer", OptionTypes.TEXT)
          .names("-i", "--installer")
          .topics("plugins")
          .stored(Stored.WHEN_RELEVANT)
          .description("The plugin that installs certificates; it can also tell which names exist.")
          .build();

  public static final OptionSpec<Boolean> APACHE =
      flag("apache", "plugins", "certonly", "run", "install")
          .description("Prove control over the names and install with Apache.")
          .build();

  public static final OptionSpec<Boolean> NGINX =
      flag("nginx", "plugins", "certonly", "run", "install")
          .description("Prove control over the names and install with nginx.")
          .build();

  public static final OptionSpec<Boolean> STANDALONE =
      flag("standalone", "plugins", "certonly")
          .description(
              "Prove control over the names with a web server of the program's own, which listens"
                  + " as long as it takes.")
          .build();

  public static final OptionSpec<Boolean> MANUAL =
      flag("manual", "plugins", "certonly")
          .description(
              "Prove control over the names by what you do yourself, or by scripts of your own.")
          .build();

  public static final OptionSpec<Boolean> WEBROOT =
      flag("webroot", "plugins", "certonly")
          .description(
              "Prove control over the names by files in the directory that a web server serves.")
          .build();

  /** The flags of the DNS plugins. */
  public static final List<OptionSpec<Boolean>> DNS =
      dns(
          "cloudflare", "Cloudflare",
          "cloudxns", "CloudXNS",
          "digitalocean", "DigitalOcean",
          "dnsimple", "DNSimple",
          "dnsmadeeasy", "DNS Made Easy",
          "gehirn", "Gehirn Infrastructure Service",
          "google", "Google Cloud DNS",
          "linode", "Linode",
          "luadns", "LuaDNS",
          "nsone", "NS1",
          "ovh", "OVH",
          "rfc2136", "a name server that takes dynamic updates (RFC 2136), such as BIND",
          "route53", "Amazon Route 53",
          "sakuracloud", "Sakura Cloud",
          "acmedns", "an acme-dns server that the names are delegated to");

  private static final List<OptionSpec<Boolean>> FOR_BOTH_ROLES = List.of(APACHE, NGINX);
  private static final List<OptionSpec<Boolean>> FOR_AUTHENTICATION = forAuthentication();

  private PluginOptions() {}

  private static List<OptionSpec<Boolean>> forAuthentication() {
    List<OptionSpec<Boolean>> flags = new ArrayList<>(List.of(STANDALONE, MANUAL, WEBROOT));
    flags.addAll(DNS);
    return List.copyOf(flags);
  }

  /** Flags that name a plugin for proving control; {@link #APACHE} and the like name both roles. */
  public static List<OptionSpec<Boolean>> authenticatorFlags() {
    return FOR_AUTHENTICATION;
  }

  /** Flags that name a plugin for both roles. */
  public static List<OptionSpec<Boolean>> configuratorFlags() {
    return FOR_BOTH_ROLES;
  }

  /** The name of the plugin that a flag stands for. */
  public static String pluginOf(OptionSpec<Boolean> flag) {
    return flag.key().replace('_', '-');
  }

  private static List<OptionSpec<Boolean>> dns(String... namesAndProviders) {
    List<OptionSpec<Boolean>> flags = new ArrayList<>(namesAndProviders.length / 2);
    for (int i = 0; i < namesAndProviders.length; i += 2) {
      flags.add(
          flag("dns_" + namesAndProviders[i], "plugins", "certonly")
              .description(
                  "Prove control over the names by records at " + namesAndProviders[i + 1] + ".")
              .build());
    }
    return List.copyOf(flags);
  }

  private static OptionSpec.Builder<Boolean> flag(String key, String... topics) {
    return OptionSpec.of(key, OptionTypes.FLAG)
        .names("--" + key.replace('_', '-'))
        .topics(topics)
        .defaultValue(false);
  }
}
