package io.github.certbot4j.it.dns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** BIND, which is both the service and what the world sees. */
final class BindWorld implements DnsWorld {
  private final BindServer bind;

  BindWorld(Path directory) throws IOException {
    bind = new BindServer(directory);
  }

  @Override
  public int dnsPort() {
    return bind.port();
  }

  @Override
  public String credentials() {
    return credentials(BindServer.SECRET);
  }

  @Override
  public Map.Entry<String, String> wrongCredentials() {
    return Map.entry(credentials("d3Jvbmcgc2VjcmV0"), "Is dns_rfc2136_secret right?");
  }

  private String credentials(String secret) {
    return """
        dns_rfc2136_server = 127.0.0.1
        dns_rfc2136_port = %d
        dns_rfc2136_name = key-hmac-sha512.
        dns_rfc2136_secret = %s
        dns_rfc2136_algorithm = HMAC-SHA512
        """
        .formatted(bind.port(), secret);
  }

  @Override
  public Map<String, String> environment(Path directory, String caOfTheAcmeServer) {
    return Map.of("CERTBOT_DNS_RESOLVER", "127.0.0.1:" + bind.port());
  }

  /** Without the one that was there before. */
  @Override
  public List<String> txt(String name) {
    return bind.txt(name).stream().filter(value -> !value.equals("somebody else's")).toList();
  }

  @Override
  public List<String> violations() {
    return bind.txt("_acme-challenge.example.test").contains("somebody else's")
        ? List.of()
        : List.of("the value of somebody else is gone");
  }

  @Override
  public void close() {
    bind.close();
  }
}
