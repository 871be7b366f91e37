package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import java.util.Collection;

/** The options of plugins that are costly to look at. What was looked at stays known. */
public interface FurtherOptions {

  /**
   * Looks at the plugins that an option seems to belong to, if there is a cheap way to tell.
   *
   * @param option a settings key, or a name with its dashes
   * @throws io.github.certbot4j.model.FailureException when two plugins have one name
   */
  void lookFor(String option);

  /**
   * Looks at all plugins.
   *
   * @throws io.github.certbot4j.model.FailureException when two plugins have one name
   */
  void lookAtAll();

  /** The options of the plugins that were looked at, in the order of the plugins' names. */
  Collection<? extends OptionSpec<?>> found();
}
