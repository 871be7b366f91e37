package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.NOT_DUE;
import static io.github.certbot4j.workflow.Workbench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.certbot4j.acme.OcspClient;
import io.github.certbot4j.crypto.OcspSample;
import io.github.certbot4j.lineage.ArchiveVersion;
import io.github.certbot4j.lineage.Kind;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.Material;
import io.github.certbot4j.lineage.NewCertificate;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.net.ProxySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcspRevocationCheckTest {

  @TempDir Path temp;
  private final List<String> asked = new ArrayList<>();
  private HttpServer responder;
  private Workbench bench;
  private OcspSample sample;
  private int status = 200;
  private byte[] answer = {};

  @BeforeEach
  void startResponder() throws IOException {
    bench = new Workbench(temp);
    responder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    responder.createContext("/", this::reply);
    responder.start();
    sample = new OcspSample(url(), NOT_DUE, "a.test");
  }

  @AfterEach
  void stopResponder() {
    responder.stop(0);
  }

  @Test
  void a_certificate_is_revoked_if_its_responder_says_so() {
    answer = sample.answer(true, NOW);
    assertThat(isRevoked(lineage(), NOW)).isTrue();
    assertThat(asked).containsExactly("POST application/ocsp-request");
  }

  @Test
  void it_is_not_if_the_responder_says_that_it_is_good() {
    answer = sample.answer(false, NOW);
    assertThat(isRevoked(lineage(), NOW)).isFalse();
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_answer_with_another_status_or_without_sense_does_not_count() {
    answer = sample.answer(true, NOW);
    status = 500;
    assertThat(isRevoked(lineage(), NOW)).isFalse();
    status = 200;
    answer = new byte[] {1, 2, 3};
    assertThat(isRevoked(lineage(), NOW)).isFalse();
    assertThat(asked).hasSize(2);
  }

  @Test
  void a_responder_that_is_not_there_does_not_count() {
    Lineage lineage = lineage();
    responder.stop(0);
    assertThat(isRevoked(lineage, NOW)).isFalse();
  }

  @Test
  void nobody_is_asked_about_a_certificate_that_has_expired_or_names_no_responder() {
    answer = sample.answer(true, NOT_DUE);
    assertThat(isRevoked(lineage(), NOT_DUE)).isFalse();
    assertThat(isRevoked(bench.lineage("b.test", NOT_DUE, "b.test"), NOW)).isFalse();
    assertThat(asked).isEmpty();
  }

  @Test
  void a_responder_whose_url_is_none_is_not_asked() {
    sample = new OcspSample("not a url", NOT_DUE, "a.test");
    assertThat(isRevoked(lineage(), NOW)).isFalse();
    sample = new OcspSample("ldap://ca.test/", NOT_DUE, "a.test");
    assertThat(isRevoked(lineage(), NOW)).isFalse();
  }

  @Test
  void a_chain_that_cannot_be_read_leaves_it_open() throws IOException {
    answer = sample.answer(true, NOW);
    Lineage lineage = lineage();
    Path chain = lineage.path(Kind.CHAIN, new ArchiveVersion(1));
    Files.writeString(chain, "garbage");
    assertThat(isRevoked(lineage, NOW)).isFalse();
    Files.delete(chain);
    assertThat(isRevoked(lineage, NOW)).isFalse();
    assertThat(asked).isEmpty();
  }

  private boolean isRevoked(Lineage lineage, Instant now) {
    return new OcspRevocationCheck(new OcspClient(ProxySettings.NONE), now).isRevoked(lineage);
  }

  private Lineage lineage() {
    return bench.lineages.create(
        new NewCertificate(
            new CertName("a.test"),
            Material.of(sample.chain(), sample.keyPem()),
            Workbench.params(Map.of())));
  }

  private String url() {
    return "http://127.0.0.1:" + responder.getAddress().getPort() + "/";
  }

  private void reply(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      asked.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestHeaders().getFirst("Content-Type"));
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
