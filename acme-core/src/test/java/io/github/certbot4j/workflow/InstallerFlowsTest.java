package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.EnhancementOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.config.VerbOptions;
import io.github.certbot4j.crypto.IssuedMaterial;
import io.github.certbot4j.deploy.RecordingInstaller;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.Material;
import io.github.certbot4j.lineage.NewCertificate;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.report.Notes;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flows of install, enhance and rollback, down to what the installer is asked to do. */
class InstallerFlowsTest {

  private static final String TITLE = "save Deployed ACME Certificate";

  @TempDir private Path directory;
  private final RecordingInstaller installer = new RecordingInstaller();
  private final UnwindStack unwind = new UnwindStack();
  private final Notes notes = new Notes();
  private final InstallerSource source =
      settings -> Optional.of(new PluginSource.NamedInstaller("recording", installer));
  private LineageStore lineages;

  @BeforeEach
  void openStore() throws IOException {
    Path config = Files.createDirectory(directory.resolve("etc"));
    Directories directories =
        new Directories(config, directory.resolve("work"), directory.resolve("logs"));
    lineages = new LineageStore(directories, "1.15.0", new AtomicFiles());
  }

  private void makeLineage(String... names) {
    IssuedMaterial issued = IssuedMaterial.of(Instant.parse("2027-01-01T00:00:00Z"), names);
    lineages.create(
        new NewCertificate(
            new CertName(names[0]),
            Material.of(issued.chain(), issued.keyPem()),
            new StoredParams(Map.of("authenticator", IniValue.of("webroot")), Map.of())));
  }

  private static <T> Settings with(OptionSpec<T> option, T value) {
    return Settings.empty().with(option, value, Origin.COMMAND_LINE);
  }

  private void install(Settings settings, Display display) {
    new InstallFlow(
            source,
            new Installation(unwind, notes),
            new LineageChooser(display),
            new NamesChooser(display))
        .run(settings, lineages);
  }

  private void enhance(Settings settings, Display display) {
    new EnhanceFlow(source, new Installation(unwind, notes), new LineageChooser(display), display)
        .run(settings, lineages);
  }

  @Test
  void a_named_lineage_is_installed_for_its_names_and_redirected() {
    makeLineage("a.test", "b.test");
    install(
        with(CertificateOptions.CERTNAME, new CertName("a.test")), ScriptedDisplay.unattended());
    assertThat(installer.calls())
        .containsExactly(
            "deploy a.test cert.pem",
            "save ",
            "deploy b.test cert.pem",
            "save ",
            TITLE,
            "restart",
            "enhance a.test REDIRECT",
            "enhance b.test REDIRECT",
            "save Add enhancement redirect",
            "restart");
    assertThat(notes.sorted()).isEmpty();
  }

  @Test
  void the_lineage_to_install_can_be_picked() {
    makeLineage("a.test");
    makeLineage("z.test");
    install(
        with(EnhancementOptions.REDIRECT, false)
            .with(
                CertificateOptions.DOMAINS,
                List.of(DomainName.parse("other.test")),
                Origin.COMMAND_LINE),
        ScriptedDisplay.answering("1"));
    assertThat(installer.calls())
        .containsExactly("deploy other.test cert.pem", "save ", TITLE, "restart");
  }

  @Test
  void without_any_lineage_there_is_nothing_to_install() {
    assertThatThrownBy(() -> install(Settings.empty(), ScriptedDisplay.answering()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("no certificates");
  }

  @Test
  void own_files_are_installed_for_the_names_that_the_user_picks() throws IOException {
    Path file = Files.createFile(directory.resolve("own.pem"));
    installer.serving("a.test", "b.test");
    install(
        with(PathOptions.CERT_PATH, file.toString())
            .with(PathOptions.KEY_PATH, file.toString(), Origin.COMMAND_LINE)
            .with(EnhancementOptions.REDIRECT, false, Origin.COMMAND_LINE),
        ScriptedDisplay.answering("b.test"));
    assertThat(installer.calls())
        .containsExactly("deploy b.test own.pem", "save ", TITLE, "restart");
  }

  @Test
  void own_files_must_be_there() {
    Settings settings =
        with(PathOptions.CERT_PATH, "/nonexistent/c.pem")
            .with(PathOptions.KEY_PATH, "/nonexistent/k.pem", Origin.COMMAND_LINE);
    assertThatThrownBy(() -> install(settings, ScriptedDisplay.answering()))
        .hasMessageContaining("/nonexistent/c.pem");
    assertThat(installer.calls()).isEmpty();
  }

  @Test
  void own_files_cannot_have_a_header_that_grows_with_renewals() throws IOException {
    Path file = Files.createFile(directory.resolve("own.pem"));
    Settings settings =
        with(PathOptions.CERT_PATH, file.toString())
            .with(PathOptions.KEY_PATH, file.toString(), Origin.COMMAND_LINE)
            .with(EnhancementOptions.AUTO_HSTS, true, Origin.COMMAND_LINE);
    assertThatThrownBy(() -> install(settings, ScriptedDisplay.answering()))
        .hasMessageContaining("--cert-name");
    assertThat(installer.calls()).isEmpty();
  }

  @Test
  void a_failing_deployment_leaves_a_note_that_outlives_the_failure() {
    makeLineage("a.test");
    installer.failingAt("deploy a.test cert.pem", 1);
    Settings settings = with(CertificateOptions.CERTNAME, new CertName("a.test"));
    assertThatThrownBy(() -> install(settings, ScriptedDisplay.unattended()))
        .isInstanceOf(FailureException.class);
    assertThat(notes.sorted()).singleElement().matches(Notes.Note::evenAfterFailure);
  }

  @Test
  void enhance_wants_to_know_with_what() {
    Settings settings = with(EnhancementOptions.REDIRECT, false);
    assertThatThrownBy(() -> enhance(settings, ScriptedDisplay.answering()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--hsts");
    assertThat(installer.calls()).isEmpty();
  }

  @Test
  void unattended_enhance_works_on_all_names_and_deploys_nothing() {
    makeLineage("a.test", "b.test");
    enhance(
        with(EnhancementOptions.HSTS, true)
            .with(CertificateOptions.CERTNAME, new CertName("a.test"), Origin.COMMAND_LINE),
        ScriptedDisplay.unattended());
    assertThat(installer.calls())
        .containsExactly(
            "enhance a.test HSTS",
            "enhance b.test HSTS",
            "save Add enhancement ensure-http-header",
            "restart");
  }

  @Test
  void enhance_works_on_the_names_that_the_user_picks_and_ends_with_growing_lifetimes() {
    makeLineage("a.test", "b.test");
    enhance(with(EnhancementOptions.AUTO_HSTS, true), ScriptedDisplay.answering("0", "b.test"));
    assertThat(installer.calls()).containsExactly("autohsts [b.test]");
  }

  @Test
  void rollback_undoes_and_restarts() {
    new RollbackFlow(source, unwind).run(with(VerbOptions.CHECKPOINTS, 3));
    assertThat(installer.calls()).containsExactly("rollback 3", "restart");
  }

  @Test
  void rollback_without_an_installer_does_nothing() {
    new RollbackFlow(settings -> Optional.empty(), unwind).run(Settings.empty());
    assertThat(installer.calls()).isEmpty();
  }

  @Test
  void a_negative_number_of_checkpoints_is_refused() {
    RollbackFlow flow = new RollbackFlow(source, unwind);
    assertThatThrownBy(() -> flow.run(with(VerbOptions.CHECKPOINTS, -1)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("-1");
    assertThat(installer.calls()).isEmpty();
  }
}
