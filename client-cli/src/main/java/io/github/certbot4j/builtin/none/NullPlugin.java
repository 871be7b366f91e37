package io.github.certbot4j.builtin.none;

import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.PluginContext;
import java.util.Optional;

/** Lets {@code run} and {@code install} be used without any server to configure. */
public final class NullPlugin implements Plugin {

  @Override
  public String name() {
    return "null";
  }

  @Override
  public String description() {
    return "Configures no server at all";
  }

  @Override
  public boolean hidden() {
    return true;
  }

  @Override
  public Optional<Factory<Installer>> installer() {
    return Optional.of(context -> new NullInstaller());
  }

  @Override
  public boolean hasUpdates(PluginContext context) {
    return false;
  }
}
