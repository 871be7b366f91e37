package io.github.certbot4j.dns;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import java.util.List;
import java.util.Optional;

/** A plugin for one DNS service, which says how to talk to it; all else is done here. */
public abstract class DnsPlugin implements Plugin {

  private final ServiceDeclaration declaration;

  /**
   * Describes the plugin.
   *
   * @param declaration the same object for every instance, since its options are compared
   */
  protected DnsPlugin(ServiceDeclaration declaration) {
    this.declaration = declaration;
  }

  /** Opens an account for one order; does no I/O yet. */
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

  @Override
  public final Optional<Factory<Authenticator>> authenticator() {
    return Optional.of(context -> new DnsAuthenticator(declaration, this::open, context));
  }
}
