package io.github.certbot4j.builtin.manual;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import java.util.List;
import java.util.Optional;

/** Registers the authenticator that leaves the publishing to the user or the user's scripts. */
public final class ManualPlugin implements Plugin {

  @Override
  public String name() {
    return "manual";
  }

  @Override
  public String description() {
    return "Tells what to publish, or has scripts of yours do it";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return ManualOptions.all();
  }

  @Override
  public Optional<Factory<Authenticator>> authenticator() {
    return Optional.of(ManualAuthenticator::new);
  }
}
