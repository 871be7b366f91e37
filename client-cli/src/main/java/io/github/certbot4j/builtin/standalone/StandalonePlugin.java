package io.github.certbot4j.builtin.standalone;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.webserver.PortHolders;
import java.nio.file.Path;
import java.util.Optional;

/** Registers the authenticator that is a web server of its own for a moment. */
public final class StandalonePlugin implements Plugin {

  private static final Path PROC = Path.of("/proc");

  @Override
  public String name() {
    return "standalone";
  }

  @Override
  public String description() {
    return "Starts a web server of its own while the CA looks";
  }

  @Override
  public Optional<Factory<Authenticator>> authenticator() {
    return Optional.of(context -> new StandaloneAuthenticator(context, new PortHolders(PROC)));
  }
}
