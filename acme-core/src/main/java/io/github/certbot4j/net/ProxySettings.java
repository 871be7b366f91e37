package io.github.certbot4j.net;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Environment;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which proxy leads to which server, as the customary environment variables say: {@code
 * https_proxy} and {@code http_proxy} by the target's scheme, {@code all_proxy} for the rest,
 * {@code no_proxy} for the exceptions. Each may be written in capitals too; lower case wins.
 */
public final class ProxySettings {

  /** Never a proxy. */
  public static final ProxySettings NONE = new ProxySettings(name -> Optional.empty());

  private final Environment environment;
  private final NoProxyList exceptions;

  private ProxySettings(Environment environment) {
    this.environment = environment;
    this.exceptions = new NoProxyList(value("no_proxy").orElse(""));
  }

  /** Reads the variables of an environment; a proxy's URL is looked at when it is needed. */
  public static ProxySettings of(Environment environment) {
    return new ProxySettings(environment);
  }

  /**
   * The proxy to reach a URL by; empty to connect directly.
   *
   * @param target an absolute http or https URL with a host
   * @throws FailureException when the variable that applies holds no HTTP proxy's URL
   */
  public Optional<HttpProxy> proxyFor(URI target) {
    String scheme = target.getScheme().toLowerCase(Locale.ROOT);
    for (String name : List.of(scheme + "_proxy", "all_proxy")) {
      Optional<String> value = value(name);
      if (value.isPresent()) {
        return exceptions.covers(target)
            ? Optional.empty()
            : Optional.of(HttpProxy.parse(name.toUpperCase(Locale.ROOT), value.get().strip()));
      }
    }
    return Optional.empty();
  }

  /** An empty lower-case variable switches off the one in capitals. */
  private Optional<String> value(String name) {
    Optional<String> lower = environment.variable(name);
    Optional<String> value =
        lower.isPresent() ? lower : environment.variable(name.toUpperCase(Locale.ROOT));
    return value.filter(text -> !text.isBlank());
  }
}
