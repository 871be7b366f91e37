package io.github.certbot4j.workflow;

import static io.github.certbot4j.workflow.Workbench.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.Csr;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.crypto.TestCertificate;
import io.github.certbot4j.report.Notes;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsrFlowTest {

  @TempDir Path temp;
  private final KeyPair keys = KeyPairs.generate(TestCertificate.P256);
  private Workbench bench;
  private Path cert;
  private Path chain;
  private Path fullchain;

  @BeforeEach
  void prepare() throws IOException {
    bench = new Workbench(temp);
    bench.account();
    Files.writeString(
        temp.resolve("request.pem"), Csr.build(names("a.test", "b.test"), keys, false).pem());
    cert = temp.resolve("new/dir/cert.pem");
    chain = temp.resolve("new/dir/chain.pem");
    fullchain = temp.resolve("new/dir/full.pem");
  }

  @Test
  void the_certificate_goes_into_the_files_that_were_named_and_makes_no_lineage()
      throws IOException {
    run(settings());
    CertificateView got = CertificateView.parse(Files.readAllBytes(cert));
    assertThat(KeyPairs.matches(keys, got)).isTrue();
    assertThat(got.names()).containsExactly("a.test", "b.test");
    assertThat(fullchain).hasContent(Files.readString(cert) + Files.readString(chain));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cert)))
        .isEqualTo("rw-r--r--");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cert.getParent())))
        .isEqualTo("rwxr-xr-x");
    assertThat(bench.lineages.names()).isEmpty();
    assertThat(bench.directories.config().resolve("keys")).doesNotExist();
    assertThat(bench.notes.sorted())
        .extracting(Notes.Note::text)
        .singleElement()
        .asString()
        .contains(cert.toString(), chain.toString(), fullchain.toString(), "2026-05-20");
  }

  @Test
  void no_hook_runs() {
    run(
        settings()
            .with(HookOptions.PRE_HOOK, "pre", Origin.COMMAND_LINE)
            .with(HookOptions.POST_HOOK, "post", Origin.COMMAND_LINE)
            .with(HookOptions.DEPLOY_HOOK, "deploy", Origin.COMMAND_LINE));
    assertThat(bench.events()).noneMatch(event -> event.startsWith("hook"));
  }

  @Test
  void a_file_that_exists_is_named_before_the_ca_is_asked() throws IOException {
    Files.createDirectories(fullchain.getParent());
    Files.writeString(fullchain, "mine");
    assertThatThrownBy(() -> run(settings())).hasMessageContaining(fullchain.toString());
    assertThat(fullchain).hasContent("mine");
    assertThat(bench.events()).isEmpty();
  }

  @Test
  void a_link_that_leads_nowhere_is_in_the_way_too() throws IOException {
    Files.createDirectories(cert.getParent());
    Files.createSymbolicLink(cert, temp.resolve("nowhere"));
    assertThatThrownBy(() -> run(settings())).hasMessageContaining(cert.toString());
    assertThat(temp.resolve("nowhere")).doesNotExist();
  }

  @Test
  void a_dry_run_writes_nothing() {
    run(settings().with(DecisionOptions.DRY_RUN, true, Origin.COMMAND_LINE));
    assertThat(cert.getParent()).doesNotExist();
    assertThat(bench.notes.sorted())
        .extracting(Notes.Note::text)
        .containsExactly("The dry run was successful.");
  }

  @Test
  void a_request_file_that_is_gone_is_named() throws IOException {
    Files.delete(temp.resolve("request.pem"));
    assertThatThrownBy(() -> run(settings()))
        .hasMessageContaining(temp.resolve("request.pem").toString());
  }

  private Settings settings() {
    return bench
        .settings("a.test", "b.test")
        .with(CertificateOptions.CSR, temp.resolve("request.pem").toString(), Origin.COMMAND_LINE)
        .with(PathOptions.CERT_PATH, cert.toString(), Origin.COMMAND_LINE)
        .with(PathOptions.CHAIN_PATH, chain.toString(), Origin.COMMAND_LINE)
        .with(PathOptions.FULLCHAIN_PATH, fullchain.toString(), Origin.COMMAND_LINE);
  }

  private void run(Settings settings) {
    new CsrFlow(
            bench.starter(ScriptedDisplay.unattended()),
            bench.obtainer(),
            bench.notes,
            bench.unwind)
        .run(settings, bench.accounts);
  }
}
