package io.github.certbot4j.apache;

import io.github.certbot4j.apache.autohsts.ProgressFile;
import io.github.certbot4j.apache.control.PortProbe;
import io.github.certbot4j.apache.distro.OperatingSystem;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.PluginContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the program knows of the plugin before it is used. */
public final class ApachePlugin implements Plugin {

  @Override
  public String name() {
    return "apache";
  }

  @Override
  public String description() {
    return "Works with the Apache web server";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return ApacheOptions.all();
  }

  @Override
  public Optional<Factory<Authenticator>> authenticator() {
    return Optional.of(ApachePlugin::server);
  }

  @Override
  public Optional<Factory<Installer>> installer() {
    return Optional.of(ApachePlugin::server);
  }

  @Override
  public boolean hasUpdates(PluginContext context) {
    return ProgressFile.isPresent(context.directories().config());
  }

  private static ApacheServer server(PluginContext context) {
    OperatingSystem system =
        OperatingSystem.detect(Path.of("/"), System.getProperty("os.name", ""));
    return new ApacheServer(
        context, new SetupReader(context.options()).read(system), new PortProbe());
  }
}
