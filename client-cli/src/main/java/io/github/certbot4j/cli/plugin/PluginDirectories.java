package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.spi.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Where plugin jars may lie. */
public final class PluginDirectories {

  private static final String VARIABLE = "CERTBOT_PLUGIN_PATH";

  private PluginDirectories() {}

  /**
   * The distribution's own directory, then those of the variable {@code CERTBOT_PLUGIN_PATH}, which
   * are separated by colons. Whether they exist isn't looked at.
   */
  public static List<Path> of(Path distribution, Environment environment) {
    List<Path> directories = new ArrayList<>();
    directories.add(distribution);
    StringTokenizer extra = new StringTokenizer(environment.variable(VARIABLE).orElse(""), ":");
    while (extra.hasMoreTokens()) {
      directories.add(Path.of(extra.nextToken()));
    }
    return directories;
  }
}
