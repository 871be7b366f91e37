package io.github.certbot4j.nginx;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import java.util.List;

/** The options of the nginx plugin. */
public final class NginxOptions {

  public static final OptionSpec<String> NGINX_SERVER_ROOT =
      OptionSpec.of("nginx_server_root", OptionTypes.PATH)
          .names("--nginx-server-root")
          .topics("nginx")
          .defaultValue(usualRoot(System.getProperty("os.name", "")))
          .stored(Stored.WHEN_RELEVANT)
          .description("The directory that nginx.conf lies in.")
          .build();

  public static final OptionSpec<String> NGINX_CTL =
      OptionSpec.of("nginx_ctl", OptionTypes.TEXT)
          .names("--nginx-ctl")
          .topics("nginx")
          .defaultValue("nginx")
          .stored(Stored.WHEN_RELEVANT)
          .description("The nginx program, which checks and reloads the configuration.")
          .build();

  public static final OptionSpec<Integer> NGINX_SLEEP_SECONDS =
      OptionSpec.of("nginx_sleep_seconds", OptionTypes.NON_NEGATIVE_INT)
          .names("--nginx-sleep-seconds")
          .topics("nginx")
          .defaultValue(1)
          .stored(Stored.WHEN_RELEVANT)
          .description("How many seconds to give nginx to reload before the CA is told to look.")
          .build();

  private NginxOptions() {}

  /** Where systems keep nginx's configuration. */
  static String usualRoot(String system) {
    return switch (system) {
      case "FreeBSD", "Mac OS X", "Darwin" -> "/usr/local/etc/nginx";
      case "NetBSD" -> "/usr/pkg/etc/nginx";
      default -> "/etc/nginx";
    };
  }

  /** All of them, in the order of help pages. */
  public static List<OptionSpec<?>> all() {
    return List.of(NGINX_SERVER_ROOT, NGINX_CTL, NGINX_SLEEP_SECONDS);
  }
}
