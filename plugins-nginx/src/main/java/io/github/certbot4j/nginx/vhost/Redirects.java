package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.model.DomainName;

/** Redirects a name from HTTP to HTTPS. */
public final class Redirects {

  private final HttpSplit split;
  private final Servers servers;

  /**
   * Redirects for a configuration.
   *
   * @param servers as they are now
   * @param optionsInclude the directive that includes the options for TLS
   */
  public Redirects(Servers servers, String optionsInclude) {
    this.servers = servers;
    this.split = new HttpSplit(servers, optionsInclude);
  }

  /**
   * Redirects from a block that listens by plain HTTP. If it speaks TLS too, a block of its own is
   * made for HTTP.
   *
   * @return false if it redirects the name already
   * @throws io.github.certbot4j.model.FailureException if the block does something else at that
   *     condition
   */
  public boolean add(ServerBlock block, DomainName domain) {
    ServerBlock http = servers.isSecure(block) ? split.withoutContent(block) : block;
    String text = "if (" + condition(domain) + ") {\n\treturn 301 https://$host$request_uri;\n}";
    return new Additions(http).prependBlock(text);
  }

  private static String condition(DomainName domain) {
    return domain.isWildcard()
        ? "$host ~ ^[^.]+\\." + domain.withoutWildcard().replace(".", "\\.") + "$"
        : "$host = " + domain.ascii();
  }
}
