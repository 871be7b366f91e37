package io.github.certbot4j.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a plugin jar registers with {@link java.util.ServiceLoader}: a cheap description with
 * factories for what it can do. Constructing it must do no work and no I/O.
 */
public interface Plugin {

  /** The name users select it by: lower case letters, digits and dashes. */
  String name();

  /** One line for lists of plugins. */
  String description();

  /** Hidden plugins are not offered in lists, yet can be named. */
  default boolean hidden() {
    return false;
  }

  /** The plugin's own options; each key starts with the plugin's name and an underscore. */
  default List<OptionSpec<?>> options() {
    return List.of();
  }

  /**
   * Readers of those of its options that depend on their place among the requested names, each for
   * one run; empty when there are none.
   */
  default Optional<Supplier<NameBoundOptions>> nameBoundOptions() {
    return Optional.empty();
  }

  /** Empty when the plugin can't prove control of names. */
  default Optional<Factory<Authenticator>> authenticator() {
    return Optional.empty();
  }

  /**
   * Whether several of its authenticators may have responses published at the same time, each for
   * other names and in a thread of its own, as with {@code renew --parallel}. False for one that
   * needs something of which there is only one, such as a port, a file that it edits, or the user.
   *
   * @param options those in force for one of them
   */
  default boolean worksSideBySide(OptionValues options) {
    return false;
  }

  /** Empty when the plugin can't configure servers. */
  default Optional<Factory<Installer>> installer() {
    return Optional.empty();
  }

  /**
   * Whether {@link Installer#update} may have work to do now. {@code renew} asks for every lineage
   * that names the plugin as its installer, due or not, and makes no installer when the answer is
   * no: so this should be quick to tell. False for an installer that doesn't implement that method;
   * true unless you say otherwise.
   *
   * @param context what the installer would get
   */
  default boolean hasUpdates(PluginContext context) {
    return true;
  }

  /** The start of its options' keys: the name with underscores instead of dashes, and one more. */
  default String keyPrefix() {
    return name().replace('-', '_') + "_";
  }

  /** Makes one working instance for one run. */
  @FunctionalInterface
  interface Factory<R extends PluginRole> {
    R create(PluginContext context);
  }
}
