package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionTypes;

/** How a run talks, logs and asks, whatever it does. */
public final class GeneralOptions {

  public static final OptionSpec<Boolean> HELP =
      OptionSpec.of("help", OptionTypes.FLAG)
          .names("-h", "--help")
          .topics(HelpTopics.EVERY_PAGE)
          .description("Show this help, or the page named by the word that follows, and exit.")
          .build();

  public static final OptionSpec<Boolean> VERSION =
      OptionSpec.of("version", OptionTypes.FLAG)
          .names("--version")
          .topics("automation")
          .description("Show the program's version and exit.")
          .build();

  public static final OptionSpec<String> CONFIG_FILE =
      OptionSpec.of("config_file", OptionTypes.PATH)
          .names("-c", "--config")
          .topics(HelpTopics.EVERY_PAGE)
          .description(
              "A configuration file to read in addition to the default ones; what it says wins over"
                  + " them.")
          .build();

  /** How often it was given; every use makes the terminal show one level more. */
  public static final OptionSpec<Integer> VERBOSE_COUNT =
      OptionSpec.of("verbose_count", OptionTypes.COUNT)
          .names("-v", "--verbose")
          .topics(HelpTopics.GENERAL)
          .defaultValue(0)
          .description(
              "Show more of what happens on the terminal. Can be repeated, as in -vv. The log file"
                  + " holds everything anyway.")
          .build();

  public static final OptionSpec<Boolean> TEXT_MODE =
      OptionSpec.of("text_mode", OptionTypes.FLAG)
          .names("-t", "--text")
          .topics(HelpTopics.GENERAL)
          .defaultValue(false)
          .hidden()
          .description("Has no effect any more: the dialogue is always plain text.")
          .build();

  public static final OptionSpec<Integer> MAX_LOG_BACKUPS =
      OptionSpec.of("max_log_backups", OptionTypes.NON_NEGATIVE_INT)
          .names("--max-log-backups")
          .topics(HelpTopics.GENERAL)
          .defaultValue(1000)
          .description(
              "How many old log files are kept. With 0 the log is never rotated and every run"
                  + " appends to the same file.")
          .build();

  public static final OptionSpec<Boolean> PRECONFIGURED_RENEWAL =
      OptionSpec.of("preconfigured_renewal", OptionTypes.FLAG)
          .names("--preconfigured-renewal")
          .topics(HelpTopics.GENERAL)
          .defaultValue(false)
          .hidden()
          .description("Set by packages that bring a timer for renewals with them.")
          .build();

  public static final OptionSpec<Boolean> NONINTERACTIVE_MODE =
      OptionSpec.of("noninteractive_mode", OptionTypes.FLAG)
          .names("-n", "--non-interactive", "--noninteractive")
          .topics(HelpTopics.GENERAL, "automation", "run", "certonly", "enhance")
          .defaultValue(false)
          .description(
              "Never ask anything. A question that cannot be left open ends the run with an error"
                  + " that names the option which answers it.")
          .build();

  public static final OptionSpec<Boolean> FORCE_INTERACTIVE =
      OptionSpec.of("force_interactive", OptionTypes.FLAG)
          .names("--force-interactive")
          .topics(HelpTopics.GENERAL, "register", "run", "certonly", "enhance")
          .defaultValue(false)
          .description(
              "Ask questions even if input or output is not a terminal. Cannot be used with renew.")
          .build();

  public static final OptionSpec<Boolean> QUIET =
      OptionSpec.of("quiet", OptionTypes.FLAG)
          .names("-q", "--quiet")
          .topics("automation", "renew", "certonly", "run")
          .defaultValue(false)
          .description("Show nothing but warnings and errors, and never ask anything.")
          .build();

  public static final OptionSpec<Boolean> DEBUG =
      OptionSpec.of("debug", OptionTypes.FLAG)
          .names("--debug")
          .topics("testing")
          .defaultValue(false)
          .description("If the run fails, show where in the program that happened.")
          .build();

  /** Overrides {@link #VERBOSE_COUNT}; meant for configuration files. */
  public static final OptionSpec<Integer> VERBOSE_LEVEL =
      OptionSpec.of("verbose_level", OptionTypes.INT)
          .names("--verbose-level")
          .hidden()
          .description("How much the terminal shows, as the number of -v options.")
          .build();

  public static final OptionSpec<Boolean> STRICT_PERMISSIONS =
      OptionSpec.of("strict_permissions", OptionTypes.FLAG)
          .names("--strict-permissions")
          .topics("security")
          .defaultValue(false)
          .description(
              "Stop if a directory that holds keys or state has another owner or mode than it"
                  + " should have.")
          .build();

  public static final OptionSpec<Boolean> OS_PACKAGES_ONLY = noOp("os_packages_only");
  public static final OptionSpec<Boolean> NO_SELF_UPGRADE = noOp("no_self_upgrade");
  public static final OptionSpec<Boolean> NO_BOOTSTRAP = noOp("no_bootstrap");
  public static final OptionSpec<Boolean> NO_PERMISSIONS_CHECK = noOp("no_permissions_check");

  private GeneralOptions() {}

  private static OptionSpec<Boolean> noOp(String key) {
    return OptionSpec.of(key, OptionTypes.FLAG)
        .names("--" + key.replace('_', '-'))
        .deprecated()
        .description("Has no effect any more.")
        .build();
  }
}
