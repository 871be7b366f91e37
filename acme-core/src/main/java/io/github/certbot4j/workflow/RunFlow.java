package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.deploy.Enhancer;
import io.github.certbot4j.deploy.WantedEnhancements;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Installer;
import java.util.List;

/** {@code run}: obtains a certificate, or keeps the one there is, and installs it. */
public final class RunFlow {

  private final ObtainFlow obtaining;
  private final Installation installation;
  private final ObtainReporter reporter;

  public RunFlow(ObtainFlow obtaining, Installation installation, ObtainReporter reporter) {
    this.obtaining = obtaining;
    this.installation = installation;
    this.reporter = reporter;
  }

  /**
   * Runs the flow. Its plugins include an installer.
   *
   * @throws io.github.certbot4j.model.FailureException when the certificate can't be obtained, or
   *     can't be installed; in the latter case it is kept
   */
  public void run(
      Settings settings, LineageStore lineages, AccountStore accounts, UnwindStack unwind) {
    ObtainResult result = obtaining.obtain(settings, lineages, accounts, unwind);
    Installer installer = result.attempt().installer().orElseThrow().installer();
    Lineage lineage = result.lineage().orElseThrow();
    List<DomainName> names = result.names();
    WantedEnhancements wanted = WantedEnhancements.withInstallation(settings);
    DeployPaths paths = DeployPaths.of(lineage.livePaths());
    installation.deployer(installer).deploy(names, paths);
    Enhancer enhancer = installation.enhancer(installer);
    enhancer.enhance(wanted, names, paths);
    if (wanted.autoHsts()) {
      enhancer.enableAutoHsts(names, lineage.livePaths());
    }
    reporter.installed(names, result.change() == ObtainResult.Change.RENEWED);
  }
}
