package io.github.certbot4j.acme.acme4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.StubProxy;
import io.github.certbot4j.net.StubServer;
import io.github.certbot4j.net.TestTls;
import io.github.certbot4j.net.TlsTrust;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProxyTest {

  private static final TlsTrust ANYONE = new TlsTrust(false, Optional.empty());
  private static final String AUTHORIZATION = "Basic dXNlcjpzZWNyZXQ=";

  @Test
  void a_tunnel_is_asked_for_by_name_with_the_password() {
    TestTls tls = TestTls.forHost("localhost");
    try (StubServer server = StubServer.secure(tls.context(), "ca.invalid");
        StubProxy proxy = StubProxy.leadingTo(server.port());
        AcmeGateway gateway =
            through("HTTPS_PROXY", "http://user:secret@127.0.0.1:" + proxy.port(), server)) {
      gateway.meta();
      server.reply("/revoke", StubServer.Reply.text(200, "text/plain", ""));
      gateway.revoke(Gateways.KEY, new byte[1], 0);

      String authority = "ca.invalid:" + server.port();
      assertThat(proxy.heads())
          .containsExactly(
              "CONNECT %1$s HTTP/1.1\r\nHost: %1$s\r\nProxy-Authorization: %2$s\r\n\r\n"
                  .formatted(authority, AUTHORIZATION));
      assertThat(server.last("/revoke").headers()).doesNotContainKey("Proxy-Authorization");
    }
  }

  @Test
  void plain_http_goes_to_the_proxy_itself() {
    try (StubServer proxyAndServer = StubServer.plain();
        AcmeGateway gateway =
            Gateways.open(
                "http://ca.invalid/dir",
                ANYONE,
                settings("HTTP_PROXY", "http://user:secret@127.0.0.1:" + proxyAndServer.port()))) {
      gateway.meta();

      assertThat(proxyAndServer.last("/dir").headers())
          .containsEntry("Host", "ca.invalid")
          .containsEntry("Proxy-Authorization", AUTHORIZATION);
    }
  }

  @Test
  void a_proxy_that_wants_a_password_is_told_as_such() {
    assertThat(refusedBy("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"))
        .contains("user name and password");
  }

  @Test
  void a_proxy_that_refuses_is_quoted() {
    assertThat(refusedBy("HTTP/1.1 403 Not for you\r\n\r\n")).contains("403 Not for you");
  }

  @Test
  void what_is_no_proxy_is_told_as_such() {
    assertThat(refusedBy("SSH-2.0-OpenSSH_9.2\r\n\r\n")).contains("does not answer like a proxy");
    assertThat(refusedBy("SSH-2.0")).contains("does not answer like a proxy");
  }

  @Test
  void an_unreachable_proxy_is_not_taken_for_the_server() {
    try (AcmeGateway gateway =
        Gateways.open(
            "https://ca.invalid/dir",
            ANYONE,
            settings("ALL_PROXY", "http://user:secret@" + Gateways.UNRESOLVABLE + ":3128"))) {
      Failure.Unreachable failure = Gateways.failure(Failure.Unreachable.class, gateway::meta);

      assertThat(failure.what())
          .contains("proxy " + Gateways.UNRESOLVABLE + ":3128")
          .contains("cannot be resolved")
          .doesNotContain("secret");
      assertThat(failure.advice()).contains("HTTPS_PROXY");
    }
  }

  private static String refusedBy(String answer) {
    try (StubProxy proxy = StubProxy.answering(answer);
        AcmeGateway gateway =
            Gateways.open(
                "https://ca.invalid/dir",
                ANYONE,
                settings("HTTPS_PROXY", "http://u:secret@127.0.0.1:" + proxy.port()))) {
      Failure.Unreachable failure = Gateways.failure(Failure.Unreachable.class, gateway::meta);
      assertThat(failure.what()).contains("127.0.0.1:" + proxy.port()).doesNotContain("secret");
      return failure.what();
    }
  }

  private static AcmeGateway through(String variable, String proxy, StubServer server) {
    return Gateways.open(server.url("/dir"), ANYONE, settings(variable, proxy));
  }

  private static ProxySettings settings(String variable, String value) {
    Map<String, String> environment = Map.of(variable, value);
    return ProxySettings.of(name -> Optional.ofNullable(environment.get(name)));
  }
}
