package io.github.certbot4j.acme.acme4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.StubServer;
import io.github.certbot4j.net.TestTls;
import io.github.certbot4j.net.TlsTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {

  private static final TestTls LOCALHOST = TestTls.forHost("localhost");
  private static final TestTls OTHER = TestTls.forHost("other.example.org");

  @TempDir private Path directory;
  private final StubServer server = StubServer.secure(LOCALHOST.context(), "localhost");
  private final StubServer misnamed = StubServer.secure(OTHER.context(), "localhost");

  @AfterEach
  void close() {
    server.close();
    misnamed.close();
  }

  @Test
  void a_bundle_replaces_the_usual_roots() throws IOException {
    reach(server, trusting(bundle("# own CA\n" + OTHER.pem() + LOCALHOST.pem())));

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_directory_of_certificates_is_a_bundle_too() throws IOException {
    Files.writeString(directory.resolve("one.pem"), OTHER.pem());
    Files.writeString(directory.resolve("two.pem"), LOCALHOST.pem());
    Files.write(directory.resolve("other.bin"), new byte[] {0, 1, (byte) 0xff});
    Files.createDirectory(directory.resolve("below"));

    reach(server, trusting(directory));

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void an_unknown_ca_brings_advice() throws IOException {
    Failure.Unreachable failure = failure(server, trusting(bundle(OTHER.pem())));

    assertThat(failure.what()).contains("localhost:" + server.port()).contains("trusted CA");
    assertThat(failure.advice()).contains("REQUESTS_CA_BUNDLE").contains("--no-verify-ssl");
  }

  @Test
  void by_default_the_runtime_decides_what_to_trust() {
    assertThat(failure(server, Gateways.USUAL_TRUST).what()).contains("trusted CA");
  }

  @Test
  void a_certificate_for_another_name_is_refused() throws IOException {
    Failure.Unreachable failure = failure(misnamed, trusting(bundle(OTHER.pem())));

    assertThat(failure.what()).contains("not acceptable").contains("localhost");
    assertThat(misnamed.requests()).isEmpty();
  }

  @Test
  void an_expired_certificate_is_told_as_such() throws IOException {
    TestTls expired = TestTls.expiredFor("localhost");
    try (StubServer late = StubServer.secure(expired.context(), "localhost")) {
      assertThat(failure(late, trusting(bundle(expired.pem()))).what()).contains("has expired");
    }
  }

  @Test
  void without_verification_neither_ca_nor_name_matter() {
    reach(misnamed, new TlsTrust(false, Optional.empty()));

    assertThat(misnamed.requests()).hasSize(1);
  }

  @Test
  void a_bundle_that_is_missing_or_of_no_use_is_one_clear_error() throws IOException {
    Path missing = directory.resolve("missing.pem");
    Path empty = bundle("no certificates here");
    Path broken = Files.writeString(directory.resolve("broken.pem"), broken());

    assertThat(bundleTrouble(missing)).contains("missing.pem").contains("does not exist");
    assertThat(bundleTrouble(empty)).contains("bundle.pem").contains("no certificates");
    assertThat(bundleTrouble(broken)).contains("broken.pem").contains("malformed");
  }

  @Test
  void requests_share_one_connection() throws IOException {
    server.reply("/revoke", StubServer.Reply.text(200, "text/plain", ""));
    try (AcmeGateway gateway = open(server, trusting(bundle(LOCALHOST.pem())))) {
      gateway.revoke(Gateways.KEY, new byte[1], 0);
      gateway.revoke(Gateways.KEY, new byte[1], 0);
    }

    assertThat(server.requests()).hasSize(3);
    assertThat(server.connections()).isEqualTo(1);
  }

  private String bundleTrouble(Path bundle) {
    Failure.Environment failure =
        Gateways.failure(Failure.Environment.class, () -> reach(server, trusting(bundle)));
    assertThat(failure.advice()).contains("REQUESTS_CA_BUNDLE");
    return failure.what();
  }

  private static String broken() {
    return "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  }

  private Path bundle(String content) throws IOException {
    return Files.writeString(directory.resolve("bundle.pem"), content);
  }

  private static TlsTrust trusting(Path bundle) {
    return new TlsTrust(true, Optional.of(bundle));
  }

  private static AcmeGateway open(StubServer server, TlsTrust trust) {
    return Gateways.open(server.url("/dir"), trust, ProxySettings.NONE);
  }

  private static void reach(StubServer server, TlsTrust trust) {
    try (AcmeGateway gateway = open(server, trust)) {
      gateway.meta();
    }
  }

  private static Failure.Unreachable failure(StubServer server, TlsTrust trust) {
    return Gateways.failure(Failure.Unreachable.class, () -> reach(server, trust));
  }
}
