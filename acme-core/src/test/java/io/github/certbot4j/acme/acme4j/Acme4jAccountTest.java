package io.github.certbot4j.acme.acme4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.acme.AcmeAccount;
import io.github.certbot4j.acme.AcmeAccount.RenewalWindow;
import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.net.StubServer;
import io.github.certbot4j.net.StubServer.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class Acme4jAccountTest {

  /** The example certificate of RFC 9773, appendix A. */
  private static final byte[] CERTIFICATE =
      Base64.getDecoder()
          .decode(
              "MIIBQzCB66ADAgECAgUAh2VDITAKBggqhkjOPQQDAjAVMRMwEQYDVQQDEwpFeGFt"
                  + "cGxlIENBMCIYDzAwMDEwMTAxMDAwMDAwWhgPMDAwMTAxMDEwMDAwMDBaMBYxFDAS"
                  + "BgNVBAMTC2V4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEeBZu"
                  + "7cbpAYNXZLbbh8rNIzuOoqOOtmxA1v7cRm//AwyMwWxyHz4zfwmBhcSrf47NUAFf"
                  + "qzLQ2PPQxdTXREYEnKMjMCEwHwYDVR0jBBgwFoAUaYhba4dGQEHhs3uEe6CuLN4B"
                  + "yNQwCgYIKoZIzj0EAwIDRwAwRAIge09+S5TZAlw5tgtiVvuERV6cT4mfutXIlwTb"
                  + "+FYN/8oCIClDsqBklhB9KAelFiYt9+6FDj3z4KGVelYM5MdsO3pK");

  private final StubServer server = StubServer.plain();
  private final AcmeGateway gateway = Gateways.to(server);
  private final AcmeAccount account =
      gateway.account(Gateways.KEY, URI.create(server.url("/account/1")));

  @AfterEach
  void close() {
    gateway.close();
    server.close();
  }

  @Test
  void contacts_are_as_the_server_has_them() {
    server.reply(
        "/account/1", Reply.json("{\"contact\":[\"mailto:a@b.org\",\"tel:1\"]}"), Reply.json("{}"));

    assertThat(account.contacts()).containsExactly("mailto:a@b.org", "tel:1");
    assertThat(account.contacts()).isEmpty();
  }

  @Test
  void contacts_are_replaced_or_removed() {
    server.reply("/account/1", Reply.json("{}"));

    account.updateContacts(List.of("a@b.org", "c@d.org"));
    assertThat(server.last("/account/1").payload())
        .isEqualTo("{\"contact\":[\"mailto:a@b.org\",\"mailto:c@d.org\"]}");

    account.updateContacts(List.of());
    assertThat(server.last("/account/1").payload()).isEqualTo("{\"contact\":[]}");
  }

  @Test
  void an_account_ends_by_its_own_request() {
    server.reply("/account/1", Reply.json("{}"));

    account.deactivate();

    assertThat(server.last("/account/1").payload()).isEqualTo("{\"status\":\"deactivated\"}");
  }

  @Test
  void an_account_revokes_by_its_url() {
    server.reply("/revoke", Reply.text(200, "text/plain", ""));

    account.revoke(new byte[] {1, 2, 3}, 0);

    assertThat(server.last("/revoke").payload())
        .isEqualTo("{\"certificate\":\"AQID\",\"reason\":0}");
    assertThat(server.last("/revoke").header()).contains("\"kid\":\"" + account.location() + '"');
  }

  @Test
  void renewal_information_is_asked_for_by_the_certificates_identifier() {
    server.reply(
        "/dir", Reply.json(server.directory("\"renewalInfo\":\"" + server.url("/ari") + "\",")));
    server.reply(
        "/ari/aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE",
        Reply.json(
                """
                {"suggestedWindow":{"start":"2026-11-25T00:00:00Z",
                 "end":"2026-11-26T04:00:00.5Z"}}""")
            .with("Retry-After", "21600"));

    assertThat(account.renewalInfo(CERTIFICATE))
        .isEqualTo(
            new RenewalWindow(
                Instant.parse("2026-11-25T00:00:00Z"),
                Instant.parse("2026-11-26T04:00:00.5Z"),
                Optional.of(Instant.parse("2026-11-22T09:00:00Z"))));
  }

  @Test
  void a_ca_without_renewal_information_is_told_as_such() {
    Failure.Rejected failure =
        Gateways.failure(Failure.Rejected.class, () -> account.renewalInfo(CERTIFICATE));

    assertThat(failure.what()).contains("no renewal information");
  }
}
