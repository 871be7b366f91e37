package io.github.certbot4j.builtin.webroot;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import java.util.List;
import java.util.Map;

/** The options of the webroot plugin. */
public final class WebrootOptions {

  /** Absolute directories in the order given. */
  public static final OptionSpec<List<String>> WEBROOT_PATH =
      OptionSpec.of("webroot_path", OptionTypes.LIST)
          .names("--webroot-path", "-w")
          .topics("webroot")
          .defaultValue(List.of())
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "The directory that the web server serves for the names that follow on the command"
                  + " line, until the next -w. Several sites: -w /srv/a -d a.example -w /srv/b -d"
                  + " b.example.")
          .build();

  /** Absolute directories by name. */
  public static final OptionSpec<Map<String, String>> WEBROOT_MAP =
      OptionSpec.of("webroot_map", new WebrootMapType())
          .names("--webroot-map")
          .topics("webroot")
          .defaultValue(Map.of())
          .stored(Stored.WHEN_RELEVANT)
          .description(
              "A JSON object from names to directories, such as {\"a.example,b.example\":\"/srv\"}."
                  + " The names are requested without -d; what it says wins over -w.")
          .build();

  private WebrootOptions() {}

  /** All of them, in the order of help pages. */
  public static List<OptionSpec<?>> all() {
    return List.of(WEBROOT_PATH, WEBROOT_MAP);
  }
}
