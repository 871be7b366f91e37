package io.github.certbot4j.apache;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionType;
import io.github.certbot4j.spi.OptionTypes;
import java.util.List;

/** The options of the Apache plugin. One that isn't set depends on the distribution. */
public final class ApacheOptions {

  public static final OptionSpec<String> APACHE_ENMOD =
      apache("apache_enmod", OptionTypes.TEXT)
          .names("--apache-enmod")
          .description("The program that enables a module, such as a2enmod.")
          .build();

  public static final OptionSpec<String> APACHE_DISMOD =
      apache("apache_dismod", OptionTypes.TEXT)
          .names("--apache-dismod")
          .description("The program that disables a module, such as a2dismod.")
          .build();

  public static final OptionSpec<String> APACHE_LE_VHOST_EXT =
      apache("apache_le_vhost_ext", OptionTypes.TEXT)
          .names("--apache-le-vhost-ext")
          .defaultValue("-le-ssl.conf")
          .description("What the names of files with virtual hosts for HTTPS that are made end in.")
          .build();

  public static final OptionSpec<String> APACHE_SERVER_ROOT =
      apache("apache_server_root", OptionTypes.PATH)
          .names("--apache-server-root")
          .description("The directory of the server's configuration.")
          .build();

  public static final OptionSpec<String> APACHE_VHOST_ROOT =
      apache("apache_vhost_root", OptionTypes.PATH)
          .names("--apache-vhost-root")
          .description("The directory of the files with virtual hosts.")
          .build();

  public static final OptionSpec<String> APACHE_LOGS_ROOT =
      apache("apache_logs_root", OptionTypes.PATH)
          .names("--apache-logs-root")
          .description("The directory of the server's log files.")
          .build();

  public static final OptionSpec<String> APACHE_CHALLENGE_LOCATION =
      apache("apache_challenge_location", OptionTypes.PATH)
          .names("--apache-challenge-location")
          .description("The directory that configuration for a challenge is put into for a moment.")
          .build();

  public static final OptionSpec<String> APACHE_HANDLE_MODULES =
      apache("apache_handle_modules", OptionTypes.TEXT)
          .names("--apache-handle-modules")
          .description("True or False: whether modules that are needed may be enabled.")
          .build();

  public static final OptionSpec<String> APACHE_HANDLE_SITES =
      apache("apache_handle_sites", OptionTypes.TEXT)
          .names("--apache-handle-sites")
          .description("True or False: whether sites may be enabled.")
          .build();

  public static final OptionSpec<String> APACHE_CTL =
      apache("apache_ctl", OptionTypes.TEXT)
          .names("--apache-ctl")
          .description("The program that controls the server, such as apache2ctl.")
          .build();

  public static final OptionSpec<String> APACHE_BIN =
      apache("apache_bin", OptionTypes.PATH)
          .names("--apache-bin")
          .description("The server's program file.")
          .build();

  private ApacheOptions() {}

  /** All of them, in the order of help pages. */
  public static List<OptionSpec<?>> all() {
    return List.of(
        APACHE_ENMOD,
        APACHE_DISMOD,
        APACHE_LE_VHOST_EXT,
        APACHE_SERVER_ROOT,
        APACHE_VHOST_ROOT,
        APACHE_LOGS_ROOT,
        APACHE_CHALLENGE_LOCATION,
        APACHE_HANDLE_MODULES,
        APACHE_HANDLE_SITES,
        APACHE_CTL,
        APACHE_BIN);
  }

  private static OptionSpec.Builder<String> apache(String key, OptionType<String> type) {
    return OptionSpec.of(key, type).topics("apache").stored(Stored.WHEN_RELEVANT);
  }
}
