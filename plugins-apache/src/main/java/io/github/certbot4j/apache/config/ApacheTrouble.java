package io.github.certbot4j.apache.config;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;

/** What the plugin says when it can't do what was asked. */
public final class ApacheTrouble {

  /** The plugin's name. */
  public static final String PLUGIN = "apache";

  private ApacheTrouble() {}

  /** A failure of this plugin. */
  public static FailureException of(String what, String advice) {
    return new FailureException(new Failure.PluginTrouble(PLUGIN, what, advice));
  }
}
