package io.github.certbot4j.builtin.standalone;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.OptionValues;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.SharedOptions;
import io.github.certbot4j.webserver.PortHolders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Registers the authenticator that is a web server of its own for a moment. */
public final class StandalonePlugin implements Plugin {

  private static final Path PROC = Path.of("/proc");

  private final Map<Integer, ServedResponses> atAllAddresses = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "standalone";
  }

  @Override
  public String description() {
    return "Starts a web server of its own while the CA looks";
  }

  /** A server at one address keeps another from listening at all. */
  @Override
  public boolean worksSideBySide(OptionValues options) {
    return options.get(SharedOptions.HTTP01_ADDRESS).isEmpty();
  }

  @Override
  public Optional<Factory<Authenticator>> authenticator() {
    return Optional.of(
        context ->
            new StandaloneAuthenticator(
                context,
                new PortHolders(PROC),
                worksSideBySide(context.options())
                    ? port -> atAllAddresses.computeIfAbsent(port, any -> new ServedResponses())
                    : port -> new ServedResponses()));
  }
}
