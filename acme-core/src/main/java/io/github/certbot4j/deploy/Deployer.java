package io.github.certbot4j.deploy;

import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Installer;
import java.util.List;
import java.util.function.Consumer;

/** Has a server use a certificate, for all names or for none. */
public final class Deployer {

  /** What the checkpoint of a deployment is called; users find it in the journal. */
  static final String TITLE = "Deployed ACME Certificate";

  private final Installer installer;
  private final UnwindStack unwind;
  private final Consumer<String> notes;

  /**
   * A deployer for one server.
   *
   * @param installer prepared
   * @param notes is told what the user must know in the end when something went wrong
   */
  public Deployer(Installer installer, UnwindStack unwind, Consumer<String> notes) {
    this.installer = installer;
    this.unwind = unwind;
    this.notes = notes;
  }

  /**
   * Configures the server for each of the names, in their order, and restarts it.
   *
   * @throws io.github.certbot4j.model.FailureException when that isn't possible for some name, or
   *     the server doesn't take it; then the configuration is as it was before, as far as the
   *     installer could restore it
   */
  public void deploy(List<DomainName> domains, DeployPaths paths) {
    new ServerRestart(installer, unwind, notes).restart(edit(domains, paths));
  }

  /** Changes the files; the result is the number of checkpoints. */
  private int edit(List<DomainName> domains, DeployPaths paths) {
    boolean[] changed = new boolean[1];
    try (Guard guard = new Guard(unwind, this::recover)) {
      for (DomainName domain : domains) {
        installer.deploy(domain, paths);
        guard.section(() -> installer.save("", false));
      }
      guard.lastSection(() -> changed[0] = installer.save(TITLE, false));
    }
    return changed[0] ? 1 : 0;
  }

  private void recover() {
    new Recovery(installer, notes).after("The certificate could not be installed, but is kept.");
  }
}
