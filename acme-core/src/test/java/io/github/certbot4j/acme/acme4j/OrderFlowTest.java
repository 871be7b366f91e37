package io.github.certbot4j.acme.acme4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.acme.AcmeAccount;
import io.github.certbot4j.acme.AcmeAuthorization;
import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.acme.AcmeOrder;
import io.github.certbot4j.crypto.AccountKeys;
import io.github.certbot4j.crypto.Digests;
import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.net.StubServer;
import io.github.certbot4j.net.StubServer.Reply;
import io.github.certbot4j.spi.Challenge;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderFlowTest {

  private static final String CHAIN =
      "-----BEGIN CERTIFICATE-----\r\nAAAA\r\n-----END CERTIFICATE-----\r\n";
  private static final String THUMBPRINT = AccountKeys.thumbprint(Gateways.KEY.getPublic());

  private final StubServer server = StubServer.plain();
  private final AcmeGateway gateway = Gateways.to(server);
  private final AcmeAccount account =
      gateway.account(Gateways.KEY, URI.create(server.url("/account/1")));

  @BeforeEach
  void prepare() {
    server.reply(
        "/new-order", order("pending").status(201).with("Location", server.url("/order/1")));
    server.reply("/authz/1", authorization("pending", ""));
    server.reply("/chall/1", Reply.json("{}"));
  }

  @AfterEach
  void close() {
    gateway.close();
    server.close();
  }

  @Test
  void an_order_takes_nine_requests() {
    server.reply("/order/1", order("ready"), order("valid"));
    server.reply("/finalize/1", order("processing"));
    server.reply("/cert/1", Reply.text(200, "application/pem-certificate-chain", CHAIN));

    AcmeOrder order = account.newOrder(names("a.example.org", "*.example.org"), Optional.empty());
    assertThat(order.status()).isEqualTo(AcmeOrder.Status.PENDING);
    order.authorizations().get(0).offers().get(0).answer();
    assertThat(order.refresh()).isEmpty();
    assertThat(order.status()).isEqualTo(AcmeOrder.Status.READY);
    order.submit(new byte[] {1, 2, 3});
    assertThat(order.status()).isEqualTo(AcmeOrder.Status.PROCESSING);
    order.refresh();
    assertThat(order.download(false)).containsExactly(CHAIN);

    assertThat(server.requests())
        .hasToString(
            "[GET /dir, POST /new-order, POST /authz/1, POST /chall/1, POST /order/1,"
                + " POST /finalize/1, POST /order/1, POST /cert/1]");
    assertThat(server.last("/new-order").payload())
        .isEqualTo(
            "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"a.example.org\"},"
                + "{\"type\":\"dns\",\"value\":\"*.example.org\"}]}");
    assertThat(server.last("/new-order").header())
        .contains("\"kid\":\"" + server.url("/account/1") + '"')
        .doesNotContain("jwk");
    assertThat(server.last("/authz/1").payload()).isEmpty();
    assertThat(server.last("/chall/1").payload()).isEqualTo("{}");
    assertThat(server.last("/finalize/1").payload()).isEqualTo("{\"csr\":\"AQID\"}");
  }

  @Test
  void an_earlier_order_is_taken_up_by_its_url() {
    server.reply("/order/1", order("processing"));

    AcmeOrder order = account.order(URI.create(server.url("/order/1")));

    assertThat(order.status()).isEqualTo(AcmeOrder.Status.PROCESSING);
    assertThat(order.location()).hasToString(server.url("/order/1"));
  }

  @Test
  void challenges_say_what_to_publish() {
    List<AcmeAuthorization.Offer> offers = authorization().offers();

    assertThat(offers)
        .extracting(AcmeAuthorization.Offer::challenge)
        .containsExactly(
            challenge(ChallengeType.HTTP_01, "tok-1_A", "tok-1_A." + THUMBPRINT),
            challenge(ChallengeType.DNS_01, "tok2", Digests.dns01Value("tok2." + THUMBPRINT)),
            challenge(ChallengeType.TLS_ALPN_01, "tok3", "tok3." + THUMBPRINT));
  }

  private static Challenge challenge(ChallengeType type, String token, String validation) {
    return new Challenge(new DomainName("a.example.org"), type, token, validation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "", "a b", "a/b", "a\\nb"})
  void a_token_that_could_do_harm_is_refused(String token) {
    server.reply(
        "/authz/1", Reply.json(authorization("pending", "").body().replace("tok-1_A", token)));
    AcmeAuthorization authorization = authorization();

    Failure.Unreachable failure =
        Gateways.failure(Failure.Unreachable.class, authorization::offers);

    assertThat(failure.what()).contains("cannot be understood");
  }

  @Test
  void an_authorization_tells_name_state_and_reason() {
    server.reply("/authz/1", authorization("pending", ""));
    AcmeAuthorization authorization = authorization();
    assertThat(authorization.isWildcard()).isFalse();
    assertThat(authorization.problem()).isEmpty();

    server.reply(
        "/authz/1",
        Reply.json(
                authorization("invalid", "\"wildcard\":true,")
                    .body()
                    .replace(
                        "\"token\":\"tok2\"",
                        "\"token\":\"tok2\",\"error\":{\"type\":"
                            + "\"urn:ietf:params:acme:error:dns\",\"detail\":\"NXDOMAIN\"}"))
            .with("Retry-After", "7"));

    assertThat(authorization.refresh()).contains(Duration.ofSeconds(7));
    assertThat(authorization.domain()).isEqualTo(new DomainName("a.example.org"));
    assertThat(authorization.isWildcard()).isTrue();
    assertThat(authorization.status()).isEqualTo(AcmeAuthorization.Status.INVALID);
    assertThat(authorization.problem())
        .contains(new AcmeProblem("dns", "NXDOMAIN", Optional.empty()));
  }

  @Test
  void an_authorization_can_be_given_up() {
    AcmeAuthorization authorization = authorization();
    server.reply("/authz/1", authorization("deactivated", ""));

    authorization.deactivate();

    assertThat(authorization.status()).isEqualTo(AcmeAuthorization.Status.DEACTIVATED);
    assertThat(server.last("/authz/1").payload()).isEqualTo("{\"status\":\"deactivated\"}");
  }

  @Test
  void an_invalid_order_says_why() {
    server.reply(
        "/order/1",
        Reply.json(
            """
            {"status":"invalid","error":{"type":"urn:ietf:params:acme:error:caa",
             "detail":"forbidden","identifier":{"type":"dns","value":"a.example.org"}}}"""));

    AcmeOrder order = account.order(URI.create(server.url("/order/1")));

    assertThat(order.status()).isEqualTo(AcmeOrder.Status.INVALID);
    assertThat(order.problem())
        .contains(new AcmeProblem("caa", "forbidden", Optional.of("a.example.org")));
  }

  @Test
  void alternate_chains_are_fetched_when_asked_for() {
    server.reply("/order/1", order("valid"));
    server.reply(
        "/cert/1",
        Reply.text(200, "application/pem-certificate-chain", CHAIN)
            .with("Link", "<" + server.url("/cert/1/2") + ">;rel=\"alternate\""));
    server.reply("/cert/1/2", Reply.text(200, "text/plain", "# other\n" + CHAIN));
    AcmeOrder order = account.order(URI.create(server.url("/order/1")));

    assertThat(order.download(true)).containsExactly(CHAIN, "# other\n" + CHAIN);
    assertThat(order.download(false)).containsExactly(CHAIN);
    assertThat(server.last("/cert/1").headers())
        .containsEntry("Accept", "application/pem-certificate-chain");
  }

  @Test
  void a_download_without_certificate_is_a_failure() {
    server.reply("/order/1", order("valid"));
    server.reply("/cert/1", Reply.text(200, "text/plain", "sorry"));
    AcmeOrder order = account.order(URI.create(server.url("/order/1")));

    Failure.Unreachable failure =
        Gateways.failure(Failure.Unreachable.class, () -> order.download(false));

    assertThat(failure.what()).contains("cannot be understood");
  }

  @Test
  void a_profile_is_asked_for_if_the_ca_offers_it() {
    server.reply(
        "/dir",
        Reply.json(
            server.directory(
                """
                "meta":{"profiles":{"short":"Six days","classic":"As ever"}},""")));

    account.newOrder(names("a.example.org"), Optional.of("short"));

    assertThat(server.last("/new-order").payload()).contains("\"profile\":\"short\"");
    assertThat(
            Gateways.failure(
                    Failure.Rejected.class,
                    () -> account.newOrder(names("a.example.org"), Optional.of("long")))
                .oneLine())
        .contains("'long'")
        .contains("classic, short");
  }

  private AcmeAuthorization authorization() {
    return account.newOrder(names("a.example.org"), Optional.empty()).authorizations().get(0);
  }

  private static List<DomainName> names(String... names) {
    return List.of(names).stream().map(DomainName::new).toList();
  }

  private Reply order(String status) {
    return Reply.json(
        """
        {"status":"%s","authorizations":["%2$s/authz/1"],"finalize":"%2$s/finalize/1",
         "certificate":"%2$s/cert/1"}"""
            .formatted(status, server.url("")));
  }

  private Reply authorization(String status, String more) {
    return Reply.json(
        """
        {"status":"%s",%s"identifier":{"type":"dns","value":"a.example.org"},
         "challenges":[
          {"type":"http-01","url":"%3$s/chall/1","status":"pending","token":"tok-1_A"},
          {"type":"dns-account-01","url":"%3$s/chall/9","token":"tok9"},
          {"type":"odd-01","url":"%3$s/chall/8"},
          {"type":"dns-01","url":"%3$s/chall/2","status":"pending","token":"tok2"},
          {"type":"tls-alpn-01","url":"%3$s/chall/3","status":"pending","token":"tok3"}]}"""
            .formatted(status, more, server.url("")));
  }
}
