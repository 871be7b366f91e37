package io.github.certbot4j.builtin.webroot;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.NameBoundOptions;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionValues;
import io.github.certbot4j.spi.Plugin;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Registers the authenticator that puts files where a running web server finds them. */
public final class WebrootPlugin implements Plugin {

  /** Made when the first authenticator needs it. */
  private Publication publication;

  @Override
  public String name() {
    return "webroot";
  }

  @Override
  public String description() {
    return "Puts files into the directory of a running web server";
  }

  @Override
  public boolean worksSideBySide(OptionValues options) {
    return true;
  }

  @Override
  public List<OptionSpec<?>> options() {
    return WebrootOptions.all();
  }

  @Override
  public Optional<Supplier<NameBoundOptions>> nameBoundOptions() {
    return Optional.of(WebrootArguments::new);
  }

  @Override
  public Optional<Factory<Authenticator>> authenticator() {
    return Optional.of(context -> new WebrootAuthenticator(context, publication()));
  }

  /** A directory made for one lineage's challenges stays until those of all others are gone. */
  private synchronized Publication publication() {
    if (publication == null) {
      publication = new Publication(Challenge.HTTP_PATH);
    }
    return publication;
  }
}
