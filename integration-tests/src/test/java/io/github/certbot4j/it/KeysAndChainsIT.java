package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kind of key and certificate comes out, and which chain. */
class KeysAndChainsIT {
  private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";

  @RegisterExtension
  static final TestCa CA = new TestCa(PebbleSettings.usual().authorizationReuse(100));

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;

  @BeforeEach
  void chooseProgram() {
    certbot = Certbot.ours(sandbox, CA);
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 3072, 4096})
  void an_rsa_key_has_the_size_that_was_asked_for(int bits) throws Exception {
    certbot.issue(
        List.of("--key-type", "rsa", "--rsa-key-size", Integer.toString(bits)), "rsa.example.test");

    Lineage lineage = sandbox.lineage("rsa.example.test").isWhole();
    RSAPublicKey key = (RSAPublicKey) lineage.certificate().getPublicKey();
    assertThat(key.getModulus().bitLength()).isEqualTo(bits);
  }

  @ParameterizedTest
  @CsvSource({"secp256r1, 256", "secp384r1, 384", "secp521r1, 521"})
  void an_ecdsa_key_is_on_the_curve_that_was_asked_for(String curve, int bits) throws Exception {
    certbot.issue(List.of("--key-type", "ecdsa", "--elliptic-curve", curve), "ec.example.test");

    Lineage lineage = sandbox.lineage("ec.example.test").isWhole();
    ECPublicKey key = (ECPublicKey) lineage.certificate().getPublicKey();
    assertThat(key.getParams().getOrder().bitLength()).isEqualTo(bits);
    assertThat(certbot.listing()).contains("Key Type: ECDSA");
  }

  @Test
  void a_renewal_keeps_the_kind_of_key() throws Exception {
    certbot.issue(
        List.of("--key-type", "ecdsa", "--elliptic-curve", "secp384r1"), "keep.example.test");
    Lineage lineage = sandbox.lineage("keep.example.test");
    String first = FileTree.read(lineage.live("privkey"));

    certbot.renew("--force-renewal").run().succeeded();

    ECPublicKey key = (ECPublicKey) lineage.isWhole().certificate().getPublicKey();
    assertThat(key.getParams().getOrder().bitLength()).isEqualTo(384);
    assertThat(FileTree.read(lineage.live("privkey"))).isNotEqualTo(first);
  }

  @Test
  void the_kind_of_key_changes_when_both_name_and_type_are_given() throws Exception {
    certbot.issue(List.of("--key-type", "rsa"), "change.example.test");
    Lineage lineage = sandbox.lineage("change.example.test");

    certbot.issue(
        List.of("--cert-name", "change.example.test", "--key-type", "ecdsa", "--force-renewal"),
        "change.example.test");

    assertThat(lineage.isWhole().version()).isEqualTo(2);
    assertThat(lineage.certificate().getPublicKey()).isInstanceOf(ECPublicKey.class);
  }

  @Test
  void a_reused_key_stays_the_same_in_a_file_of_its_own() throws Exception {
    certbot.issue(List.of("--reuse-key"), "reuse.example.test");
    Lineage lineage = sandbox.lineage("reuse.example.test");

    certbot.renew("--force-renewal").run().succeeded();
    certbot.renew("--force-renewal").run().succeeded();

    assertThat(lineage.isWhole().version()).isEqualTo(3);
    assertThat(lineage.archived("privkey", 3))
        .hasSameTextualContentAs(lineage.archived("privkey", 1));
    assertThat(FileTree.read(sandbox.renewalConf("reuse.example.test")))
        .contains("reuse_key = True");
  }

  @Test
  void must_staple_is_asked_for_and_remembered() throws Exception {
    certbot.issue(List.of("--must-staple"), "staple.example.test");

    X509Certificate certificate = sandbox.lineage("staple.example.test").isWhole().certificate();
    // This CA does not put the feature into the certificate, so the request is looked at.
    assertThat(certificate.getExtensionValue(TLS_FEATURE)).isNull();
    assertThat(FileTree.read(sandbox.renewalConf("staple.example.test")))
        .contains("must_staple = True");
    String openssl = Requirement.program("openssl", "openssl").toString();
    Path csr = sandbox.config().resolve("csr/0000_csr-certbot.pem");
    new ProgramRun(sandbox, List.of(openssl, "req", "-noout", "-text", "-in", csr.toString()))
        .run()
        .succeeded()
        .says("TLS Feature", "status_request");
  }

  @Test
  void the_preferred_chain_is_chosen_by_the_name_of_its_root() throws Exception {
    X509Certificate alternate = PemFile.certificates(CA.pebble().root(1)).get(0);
    String issuer = alternate.getSubjectX500Principal().getName();
    String name = issuer.replaceFirst("^CN=([^,]*).*", "$1");

    certbot.issue(List.of("--preferred-chain", name), "chain.example.test");
    certbot.issue("default.example.test");

    assertThat(lastIssuer("chain.example.test")).isEqualTo(issuer);
    assertThat(lastIssuer("default.example.test")).isNotEqualTo(issuer);
    certbot.renew("--force-renewal", "--cert-name", "chain.example.test").run().succeeded();
    assertThat(lastIssuer("chain.example.test")).isEqualTo(issuer);
  }

  private String lastIssuer(String name) throws Exception {
    List<X509Certificate> chain = sandbox.lineage(name).isWhole().chain();
    return chain.get(chain.size() - 1).getIssuerX500Principal().getName();
  }

  @Test
  void a_request_made_elsewhere_gives_files_and_no_lineage() throws Exception {
    Path csr = request("csr1.example.test", "csr2.example.test");
    Path output = FileTree.directory(sandbox.path("output"));

    certbot
        .certonly("--standalone", "--csr", csr.toString())
        .with("--cert-path", output.resolve("c.pem").toString())
        .with("--chain-path", output.resolve("h.pem").toString())
        .with("--fullchain-path", output.resolve("f.pem").toString())
        .run()
        .succeeded();

    X509Certificate certificate = PemFile.certificates(output.resolve("c.pem")).get(0);
    assertThat(certificate.getSubjectAlternativeNames().toString())
        .contains("csr1.example.test", "csr2.example.test");
    assertThat(FileTree.read(output.resolve("f.pem")))
        .isEqualTo(FileTree.read(output.resolve("c.pem")) + FileTree.read(output.resolve("h.pem")));
    assertThat(FileTree.names(sandbox.config().resolve("renewal"))).isEmpty();
    assertThat(FileTree.names(sandbox.config().resolve("live"))).isEmpty();
  }

  @Test
  void the_files_for_a_request_get_free_names_in_the_current_directory() throws Exception {
    Path csr = request("free.example.test");
    Path here = FileTree.directory(sandbox.path("here"));

    certbot.certonly("--standalone", "--csr", csr.toString()).in(here).run().succeeded();

    List<String> first = FileTree.names(here);
    assertThat(first).contains("0000_cert.pem", "0000_chain.pem").hasSize(3);
    certbot.certonly("--standalone", "--csr", csr.toString()).in(here).run().succeeded();
    assertThat(FileTree.names(here)).containsAll(first).hasSize(6);
  }

  private Path request(String... names) {
    String openssl = Requirement.program("openssl", "openssl").toString();
    Path csr = sandbox.path("request.pem");
    String alternatives = "subjectAltName=DNS:" + String.join(",DNS:", names);
    new ProgramRun(sandbox, List.of(openssl, "req", "-new", "-newkey", "rsa:2048", "-nodes"))
        .with("-subj", "/CN=" + names[0], "-addext", alternatives)
        .with("-keyout", sandbox.path("request-key.pem").toString(), "-out", csr.toString())
        .run()
        .succeeded();
    assertThat(Files.exists(csr)).isTrue();
    return csr;
  }
}
