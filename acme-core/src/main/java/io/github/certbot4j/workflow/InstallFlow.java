package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.deploy.Enhancer;
import io.github.certbot4j.deploy.WantedEnhancements;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.CertificatePaths;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code install}: has a server use a certificate that is there already. */
public final class InstallFlow {

  private final InstallerSource installers;
  private final Installation installation;
  private final LineageChooser lineageChooser;
  private final NamesChooser namesChooser;

  public InstallFlow(
      InstallerSource installers,
      Installation installation,
      LineageChooser lineageChooser,
      NamesChooser namesChooser) {
    this.installers = installers;
    this.installation = installation;
    this.lineageChooser = lineageChooser;
    this.namesChooser = namesChooser;
  }

  /**
   * Installs the lineage that is named or picked, or else the files that are given.
   *
   * @throws FailureException when files are missing, or the server can't be configured
   */
  public void run(Settings settings, LineageStore lineages) {
    Installer installer = installers.require(settings).installer();
    WantedEnhancements wanted = WantedEnhancements.withInstallation(settings);
    boolean ownFiles =
        settings.find(PathOptions.KEY_PATH).isPresent()
            && settings.find(PathOptions.CERT_PATH).isPresent();
    if (ownFiles && settings.find(CertificateOptions.CERTNAME).isEmpty()) {
      installFiles(settings, installer, wanted);
    } else {
      installLineage(settings, installer, wanted, lineages);
    }
  }

  private void installFiles(Settings settings, Installer installer, WantedEnhancements wanted) {
    wanted.requireSupport(installer);
    if (wanted.autoHsts()) {
      throw FailureException.rejected(
          "With --auto-hsts the certificate must be one that is managed here.",
          "Name it with --cert-name.");
    }
    DeployPaths paths =
        new DeployPaths(
            file(settings.get(PathOptions.CERT_PATH)),
            file(settings.get(PathOptions.KEY_PATH)),
            settings.find(PathOptions.CHAIN_PATH).map(Path::of),
            settings.find(PathOptions.FULLCHAIN_PATH).map(Path::of));
    install(installer, wanted, namesChooser.choose(settings, installer), paths);
  }

  private void installLineage(
      Settings settings, Installer installer, WantedEnhancements wanted, LineageStore lineages) {
    Lineage lineage =
        lineageChooser.choose(settings, lineages, "Which certificate should be installed?");
    wanted.requireSupport(installer);
    CertificatePaths live = lineage.livePaths();
    DeployPaths paths =
        new DeployPaths(
            file(given(settings, PathOptions.CERT_PATH).orElse(live.cert()).toString()),
            file(given(settings, PathOptions.KEY_PATH).orElse(live.privkey()).toString()),
            given(settings, PathOptions.CHAIN_PATH).or(() -> Optional.of(live.chain())),
            given(settings, PathOptions.FULLCHAIN_PATH).or(() -> Optional.of(live.fullchain())));
    List<DomainName> named = settings.get(CertificateOptions.DOMAINS);
    List<DomainName> names = named.isEmpty() ? LineageFactsReader.names(lineage) : named;
    Enhancer enhancer = install(installer, wanted, names, paths);
    if (wanted.autoHsts()) {
      enhancer.enableAutoHsts(names, live);
    }
  }

  private Enhancer install(
      Installer installer, WantedEnhancements wanted, List<DomainName> names, DeployPaths paths) {
    installation.deployer(installer).deploy(names, paths);
    Enhancer enhancer = installation.enhancer(installer);
    enhancer.enhance(wanted, names, paths);
    return enhancer;
  }

  private static Optional<Path> given(Settings settings, OptionSpec<String> option) {
    return settings.find(option).map(Path::of);
  }

  private static Path file(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new FailureException(
          new Failure.Environment(
              "There is no file " + file + " to install.",
              "Check --cert-path and --key-path.",
              false));
    }
    return file;
  }
}
