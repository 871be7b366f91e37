package io.github.certbot4j.acme.acme4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.acme.DirectoryMeta;
import io.github.certbot4j.acme.Registration;
import io.github.certbot4j.acme.Registration.ExternalBinding;
import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.net.StubServer;
import io.github.certbot4j.net.StubServer.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Acme4jGatewayTest {

  private static final String HMAC_KEY = "AAECAwQFBgcICQoLDA0ODw";

  private final StubServer server = StubServer.plain();
  private final AcmeGateway gateway = Gateways.to(server);

  @AfterEach
  void close() {
    gateway.close();
    server.close();
  }

  @Test
  void a_directory_without_metadata_offers_nothing() {
    assertThat(gateway.meta())
        .isEqualTo(new DirectoryMeta(Optional.empty(), false, Map.of(), false));
  }

  @Test
  void the_metadata_of_a_directory_is_read() {
    server.reply(
        "/dir",
        Reply.json(
            server.directory(
                """
                "renewalInfo":"%s","meta":{"termsOfService":"https://ca.example.org/terms",
                "externalAccountRequired":true,
                "profiles":{"short":"Six days","classic":"As ever"}},"""
                    .formatted(server.url("/ari")))));

    assertThat(gateway.meta())
        .isEqualTo(
            new DirectoryMeta(
                Optional.of(URI.create("https://ca.example.org/terms")),
                true,
                Map.of("short", "Six days", "classic", "As ever"),
                true));
  }

  @Test
  void opening_a_gateway_and_an_account_sends_nothing() {
    gateway.account(Gateways.KEY, URI.create(server.url("/account/1")));

    assertThat(server.requests()).isEmpty();
  }

  @Test
  void the_directory_is_fetched_once_even_if_it_must_not_be_cached() {
    server.reply("/dir", Reply.json(server.directory("")).with("Cache-Control", "no-store"));

    gateway.meta();
    gateway.meta();

    assertThat(server.requests()).hasToString("[GET /dir]");
  }

  @Test
  void every_request_names_this_program() {
    gateway.meta();

    assertThat(server.last("/dir").headers()).containsEntry("User-Agent", "certbot4j-test/1.0");
  }

  @Test
  void a_new_account_has_contacts_and_agrees_to_the_terms() {
    server.reply("/new-account", created());

    URI location =
        gateway.register(
            new Registration(
                Gateways.KEY, List.of("a@example.org", "b@example.org"), true, Optional.empty()));

    assertThat(location).hasToString(server.url("/account/1"));
    assertThat(server.requests()).hasToString("[GET /dir, POST /new-account]");
    assertThat(server.last("/new-account").payload())
        .isEqualTo(
            "{\"contact\":[\"mailto:a@example.org\",\"mailto:b@example.org\"],"
                + "\"termsOfServiceAgreed\":true}");
    assertThat(server.last("/new-account").header())
        .contains("\"jwk\":{\"kty\":\"EC\"")
        .contains("\"nonce\":\"nonce1\"")
        .contains("\"url\":\"" + server.url("/new-account") + '"');
  }

  @Test
  void a_new_account_may_do_without_both() {
    server.reply("/new-account", created());

    gateway.register(new Registration(Gateways.KEY, List.of(), false, Optional.empty()));

    assertThat(server.last("/new-account").payload()).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource({"HS256, HmacSHA256", "HS384, HmacSHA384", "HS512, HmacSHA512"})
  void an_external_account_is_bound_with_the_wanted_algorithm(String algorithm, String mac)
      throws Exception {
    server.reply("/new-account", created());

    gateway.register(registration(new ExternalBinding("kid-1", HMAC_KEY, algorithm)));

    String payload = server.last("/new-account").payload();
    StubServer.Request binding =
        new StubServer.Request(
            "", "", Map.of(), payload.substring(payload.indexOf("externalAccountBinding")));
    assertThat(binding.header())
        .contains("\"alg\":\"" + algorithm + '"')
        .contains("\"kid\":\"kid-1\"")
        .contains("\"url\":\"" + server.url("/new-account") + '"');
    assertThat(binding.payload()).contains("\"kty\":\"EC\"").doesNotContain("\"d\"");
    assertThat(payload).contains("\"signature\":\"" + signature(mac, binding) + '"');
  }

  private static String signature(String algorithm, StubServer.Request binding) throws Exception {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(HMAC_KEY), algorithm));
    String signed =
        encoder.encodeToString(binding.header().getBytes(StandardCharsets.UTF_8))
            + '.'
            + encoder.encodeToString(binding.payload().getBytes(StandardCharsets.UTF_8));
    return encoder.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @CsvSource({
    "kid, not+base64url, HS256, --eab-hmac-key",
    "kid, '',            HS256, --eab-hmac-key",
    "kid, AAAAA,         HS256, --eab-hmac-key",
    "'',  AAAA,          HS256, --eab-kid",
    "kid, AAAA,          none,  --eab-hmac-alg",
  })
  void a_malformed_binding_is_refused_before_anything_is_sent(
      String kid, String key, String algorithm, String option) {
    Failure.Rejected failure =
        Gateways.failure(
            Failure.Rejected.class,
            () -> gateway.register(registration(new ExternalBinding(kid, key, algorithm))));

    assertThat(failure.advice()).contains(option);
    assertThat(failure.oneLine()).doesNotContain("not+base64url");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nobody", "'a@b.org,c@d.org'", "a@b.org?subject=x", "a b@c.org", "@b.org"})
  void a_malformed_address_is_refused_before_anything_is_sent(String email) {
    Failure.Rejected failure =
        Gateways.failure(
            Failure.Rejected.class,
            () ->
                gateway.register(
                    new Registration(Gateways.KEY, List.of(email), true, Optional.empty())));

    assertThat(failure.what()).contains(email);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void looking_up_an_account_creates_none() {
    server.reply("/new-account", created().status(200));

    assertThat(gateway.findAccount(Gateways.KEY)).hasToString(server.url("/account/1"));
    assertThat(server.last("/new-account").payload()).isEqualTo("{\"onlyReturnExisting\":true}");
  }

  @Test
  void an_unknown_account_is_the_servers_refusal() {
    server.reply("/new-account", Reply.problem(400, "accountDoesNotExist", "never seen"));

    Failure.Refused failure =
        Gateways.failure(Failure.Refused.class, () -> gateway.findAccount(Gateways.KEY));

    assertThat(failure.problem())
        .isEqualTo(new AcmeProblem("accountDoesNotExist", "never seen", Optional.empty()));
  }

  @Test
  void a_certificates_own_key_revokes_it_without_an_account() {
    server.reply("/revoke", Reply.text(200, "text/plain", ""));

    gateway.revoke(Gateways.KEY, new byte[] {1, 2, 3}, 4);

    assertThat(server.last("/revoke").payload())
        .isEqualTo("{\"certificate\":\"AQID\",\"reason\":4}");
    assertThat(server.last("/revoke").header()).contains("\"jwk\"").doesNotContain("\"kid\"");
  }

  @Test
  void requests_share_one_connection_even_where_answers_are_errors() {
    server.reply("/new-account", Reply.problem(400, "malformed", "no").with("X", "y"));
    server.reply("/revoke", Reply.text(200, "text/plain", "content that nobody reads"));

    Gateways.failure(Failure.Refused.class, () -> gateway.findAccount(Gateways.KEY));
    gateway.revoke(Gateways.KEY, new byte[1], 0);
    gateway.revoke(Gateways.KEY, new byte[1], 0);

    assertThat(server.requests()).hasSize(4);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void no_security_provider_is_registered() {
    server.reply("/new-account", created());

    gateway.findAccount(Gateways.KEY);

    assertThat(Security.getProvider("BC")).isNull();
  }

  private Reply created() {
    return Reply.json("{\"status\":\"valid\"}")
        .status(201)
        .with("Location", server.url("/account/1"));
  }

  private static Registration registration(ExternalBinding binding) {
    return new Registration(Gateways.KEY, List.of(), true, Optional.of(binding));
  }
}
