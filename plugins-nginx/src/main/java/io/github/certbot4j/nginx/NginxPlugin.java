package io.github.certbot4j.nginx;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.PluginContext;
import java.util.List;
import java.util.Optional;

/** The plugin for the nginx web server: one object answers challenges and installs. */
public final class NginxPlugin implements Plugin {

  @Override
  public String name() {
    return "nginx";
  }

  @Override
  public String description() {
    return "Works with the nginx web server";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return NginxOptions.all();
  }

  @Override
  public Optional<Factory<Authenticator>> authenticator() {
    return Optional.of(NginxServer::new);
  }

  @Override
  public Optional<Factory<Installer>> installer() {
    return Optional.of(NginxServer::new);
  }

  @Override
  public boolean hasUpdates(PluginContext context) {
    return false;
  }
}
