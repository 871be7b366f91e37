package io.github.certbot4j.spi;

/** What authenticators and installers have in common. */
public interface PluginRole {

  /**
   * Checks that the plugin can work here, before anything else is asked of it, and without asking
   * questions.
   *
   * @throws PluginUnusableException when it can't
   */
  void prepare();
}
