package io.github.certbot4j.workflow;

import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.deploy.Enhancer;
import io.github.certbot4j.deploy.WantedEnhancements;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.CertificatePaths;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code enhance}: improves the configuration of a server that uses a certificate already. */
public final class EnhanceFlow {

  private final InstallerSource installers;
  private final Installation installation;
  private final LineageChooser lineageChooser;
  private final Display display;

  public EnhanceFlow(
      InstallerSource installers,
      Installation installation,
      LineageChooser lineageChooser,
      Display display) {
    this.installers = installers;
    this.installation = installation;
    this.lineageChooser = lineageChooser;
    this.display = display;
  }

  /**
   * Adds what the settings ask for.
   *
   * @throws FailureException when they ask for nothing, or the server can't be configured
   */
  public void run(Settings settings, LineageStore lineages) {
    WantedEnhancements wanted = WantedEnhancements.alone(settings);
    if (wanted.isEmpty()) {
      throw FailureException.rejected(
          "No enhancement was asked for.",
          "Give at least one of --redirect, --hsts, --uir, --staple-ocsp and --auto-hsts; see"
              + " 'certbot --help enhance'.");
    }
    Installer installer = installers.require(settings).installer();
    wanted.requireSupport(installer);
    Lineage lineage =
        lineageChooser.choose(
            settings, lineages, "For which certificate should the server be enhanced?");
    List<DomainName> names = pick(LineageFactsReader.names(lineage));
    CertificatePaths live = lineage.livePaths();
    Path chain = settings.find(PathOptions.CHAIN_PATH).map(Path::of).orElse(live.chain());
    Enhancer enhancer = installation.enhancer(installer);
    enhancer.enhance(
        wanted,
        names,
        new DeployPaths(
            live.cert(), live.privkey(), Optional.of(chain), Optional.of(live.fullchain())));
    if (wanted.autoHsts()) {
      enhancer.enableAutoHsts(names, live);
    }
  }

  private List<DomainName> pick(List<DomainName> names) {
    List<String> texts = names.stream().map(DomainName::ascii).toList();
    return display
        .checklist(
            Question.forced("For which names should the server be enhanced?", ""),
            texts,
            Optional.of(texts))
        .filter(picked -> !picked.isEmpty())
        .orElseThrow(() -> FailureException.rejected("No names were chosen.", ""))
        .stream()
        .map(DomainName::parse)
        .toList();
  }
}
