package io.github.certbot4j.dns;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionValues;
import io.github.certbot4j.spi.Plugin;
import java.util.List;
import java.util.Optional;

/** A plugin for one DNS service, which says how to talk to it; all else is done here. */
public abstract class DnsPlugin implements Plugin {

  private final ServiceDeclaration declaration;
  private final Turns turns = new Turns();

  /**
   * Describes the plugin.
   *
   * @param declaration the same object for every instance, since its options are compared
   */
  protected DnsPlugin(ServiceDeclaration declaration) {
    this.declaration = declaration;
  }

  /**
   * Opens an account for one order; does no I/O yet. Several orders may be under way at the same
   * time, each with a service of its own. Of all of these only one looks for a zone or changes
   * records at a time; what they share is safe to use there.
   */
  protected abstract DnsService open(ServiceContext context);

  public final ServiceDeclaration declaration() {
    return declaration;
  }

  @Override
  public final String name() {
    return declaration.plugin();
  }

  @Override
  public final String description() {
    return "Proves control over names by TXT records at "
        + declaration.title()
        + (declaration.retired().isPresent() ? " (a service that is closed)" : "");
  }

  @Override
  public final List<OptionSpec<?>> options() {
    return declaration.options();
  }

  /** Unless the service allows no overlap, or a person would be asked for the credentials. */
  @Override
  public final boolean worksSideBySide(OptionValues options) {
    return declaration.mayOverlap() && !CredentialsSource.mayAsk(declaration, options);
  }

  @Override
  public final Optional<Factory<Authenticator>> authenticator() {
    return Optional.of(context -> new DnsAuthenticator(declaration, this::open, turns, context));
  }
}
