package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.NOT_DUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.RevocationReason;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.config.VerbOptions;
import io.github.certbot4j.lineage.ArchiveVersion;
import io.github.certbot4j.lineage.Kind;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevokeFlowTest {

  @TempDir Path temp;
  private final List<AcmeServer> servers = new ArrayList<>();
  private ScriptedDisplay display = ScriptedDisplay.unattended();
  private Workbench bench;
  private Lineage lineage;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
    bench.account();
    lineage = bench.lineage("a.test", NOT_DUE, "a.test");
  }

  @Test
  void the_account_revokes_by_name_and_unattended_runs_delete_the_files() {
    revoke(named("a.test"));
    assertThat(bench.events()).containsExactly("revoke 0");
    assertThat(bench.lineages.names()).isEmpty();
    assertThat(display.shown())
        .endsWith(
            "Deleted all files relating to certificate a.test.",
            "Congratulations! You have successfully revoked the certificate that was located at "
                + lineage.livePaths().cert()
                + ".");
  }

  @Test
  void the_reason_reaches_the_ca_and_the_files_stay_when_that_is_said() {
    revoke(
        with(named("a.test"), VerbOptions.REASON, RevocationReason.SUPERSEDED)
            .with(VerbOptions.DELETE_AFTER_REVOKE, false, Origin.COMMAND_LINE));
    assertThat(bench.events()).containsExactly("revoke 4");
    assertThat(bench.lineages.names()).hasSize(1);
  }

  @Test
  void a_person_may_keep_the_files() {
    display = ScriptedDisplay.answering("no");
    revoke(named("a.test"));
    assertThat(bench.lineages.names()).hasSize(1);
  }

  @Test
  void exactly_one_of_name_and_path_is_wanted() {
    assertThatThrownBy(() -> revoke(bench.settings())).hasMessageContaining("--cert-path");
    Settings both =
        named("a.test").with(PathOptions.CERT_PATH, "/tmp/cert.pem", Origin.COMMAND_LINE);
    assertThatThrownBy(() -> revoke(both)).hasMessageContaining("--cert-name");
    assertThat(bench.events()).isEmpty();
  }

  @Test
  void a_name_leads_to_the_server_that_issued_it_unless_another_is_given() {
    bench.lineage("b.test", NOT_DUE, Map.of("server", "https://old.test/dir"), "b.test");
    Settings settings =
        named("b.test")
            .without(PathOptions.SERVER)
            .with(PathOptions.KEY_PATH, key("b.test"), Origin.COMMAND_LINE)
            .with(VerbOptions.DELETE_AFTER_REVOKE, false, Origin.COMMAND_LINE);
    revoke(settings);
    revoke(settings.with(PathOptions.SERVER, Workbench.SERVER, Origin.COMMAND_LINE));
    assertThat(servers).containsExactly(new AcmeServer("https://old.test/dir"), Workbench.SERVER);
  }

  @Test
  void the_certificates_own_key_revokes_without_account() {
    revoke(with(byPath(lineage.livePaths().cert()), PathOptions.KEY_PATH, key("a.test")));
    assertThat(bench.events()).containsExactly("revoke by key 0");
    assertThat(bench.gateway.revokingKeys).hasSize(1);
    assertThat(bench.lineages.names()).isEmpty();
  }

  @Test
  void a_key_of_another_certificate_or_none_is_refused_before_the_ca_is_asked() {
    bench.lineage("b.test", NOT_DUE, "b.test");
    Settings settings = byPath(lineage.livePaths().cert());
    assertThatThrownBy(() -> revoke(with(settings, PathOptions.KEY_PATH, key("b.test"))))
        .hasMessageContaining(key("b.test"))
        .hasMessageContaining("--key-path");
    String cert = lineage.livePaths().cert().toString();
    assertThatThrownBy(() -> revoke(with(settings, PathOptions.KEY_PATH, cert)))
        .hasMessageContaining(cert);
    assertThatThrownBy(() -> revoke(with(settings, PathOptions.KEY_PATH, "/nonexistent/key")))
        .hasMessageContaining("/nonexistent/key");
    assertThat(bench.events()).isEmpty();
  }

  @Test
  void any_file_of_a_lineage_leads_to_its_deletion() {
    Path archived = lineage.path(Kind.FULLCHAIN, new ArchiveVersion(1));
    revoke(byPath(archived));
    assertThat(bench.lineages.names()).isEmpty();
  }

  @Test
  void a_path_may_go_through_parent_directories() {
    Path roundabout = lineage.livePaths().cert().resolveSibling("../a.test/cert.pem");
    revoke(byPath(roundabout));
    assertThat(bench.lineages.names()).isEmpty();
  }

  @Test
  void a_copy_elsewhere_is_revoked_but_belongs_to_no_lineage() throws IOException {
    Path copy = temp.resolve("copy.pem");
    Files.copy(lineage.livePaths().cert(), copy);
    assertThatThrownBy(() -> revoke(byPath(copy)))
        .hasMessageContaining("revoked, but not deleted")
        .hasMessageContaining(copy.toString());
    assertThat(bench.events()).containsExactly("revoke 0");
    assertThat(bench.lineages.names()).hasSize(1);
  }

  @Test
  void a_copy_in_der_is_understood() throws IOException {
    Path copy = temp.resolve("copy.der");
    Files.write(copy, lineage.certificate().der());
    revoke(with(byPath(copy), VerbOptions.DELETE_AFTER_REVOKE, false));
    assertThat(bench.events()).containsExactly("revoke 0");
  }

  @Test
  void a_file_that_is_no_certificate_is_named() {
    assertThatThrownBy(() -> revoke(byPath(lineage.confPath())))
        .hasMessageContaining(lineage.confPath().toString())
        .hasMessageContaining("--cert-path");
    assertThat(bench.events()).isEmpty();
  }

  @Test
  void a_lineage_whose_archive_another_one_uses_is_kept() {
    Path other = bench.conf("b.test", Workbench.text(lineage.confPath()));
    revoke(named("a.test"));
    assertThat(bench.events()).containsExactly("revoke 0");
    assertThat(bench.lineages.names()).hasSize(2);
    assertThat(other).exists();
    assertThat(display.shown()).last().asString().startsWith("Congratulations!");
  }

  @Test
  void a_broken_lineage_cannot_be_revoked_by_name() {
    Path empty = bench.conf("b.test", "");
    assertThatThrownBy(() -> revoke(named("b.test"))).hasMessageContaining(empty.toString());
    assertThatThrownBy(() -> revoke(named("c.test"))).hasMessageContaining("'c.test'");
  }

  private String key(String name) {
    return bench.load(name).livePaths().privkey().toString();
  }

  private Settings named(String name) {
    return with(bench.settings(), CertificateOptions.CERTNAME, new CertName(name));
  }

  private Settings byPath(Path path) {
    return with(bench.settings(), PathOptions.CERT_PATH, path.toString());
  }

  private static <T> Settings with(Settings settings, OptionSpec<T> option, T value) {
    return settings.with(option, value, Origin.COMMAND_LINE);
  }

  private void revoke(Settings settings) {
    Gateways gateways =
        new Gateways(
            (server, options, verifyTls) -> {
              servers.add(server);
              return bench.gateway;
            });
    DeleteFlow deletion = new DeleteFlow(display, bench.unwind);
    new RevokeFlow(
            bench.accountChooser(display), gateways, display, new RevokedFiles(display, deletion))
        .run(settings, bench.lineages, bench.accounts);
  }
}
