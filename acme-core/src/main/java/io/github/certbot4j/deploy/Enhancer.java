package io.github.certbot4j.deploy;

import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.AutoHsts;
import io.github.certbot4j.spi.CertificatePaths;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.Installer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds enhancements to the configuration of a server that uses a certificate already. */
public final class Enhancer {

  private static final Logger LOG = LoggerFactory.getLogger(Enhancer.class);

  private final Installer installer;
  private final UnwindStack unwind;
  private final Consumer<String> notes;

  /**
   * An enhancer for one server.
   *
   * @param installer prepared
   * @param notes is told what the user must know in the end when something went wrong
   */
  public Enhancer(Installer installer, UnwindStack unwind, Consumer<String> notes) {
    this.installer = installer;
    this.unwind = unwind;
    this.notes = notes;
  }

  /**
   * Adds what is wanted and supported, each enhancement for all names or for none, then restarts
   * the server.
   *
   * @throws io.github.certbot4j.model.FailureException when one can't be added, or the server
   *     doesn't take the result. In the first case those before it stay and come into force, in the
   *     second all are undone.
   */
  public void enhance(WantedEnhancements wanted, List<DomainName> domains, DeployPaths paths) {
    List<Enhancement> supported = supported(wanted);
    int checkpoints = 0;
    try {
      for (Enhancement enhancement : supported) {
        checkpoints += add(enhancement, domains, paths) ? 1 : 0;
      }
    } catch (RuntimeException e) {
      bringIntoForce(checkpoints, e);
      throw e;
    }
    if (!supported.isEmpty()) {
      restart(checkpoints);
    }
  }

  /** Adds the header with a growing lifetime, which the installer supports. */
  public void enableAutoHsts(List<DomainName> domains, CertificatePaths lineage) {
    ((AutoHsts) installer).enableAutoHsts(domains, lineage);
  }

  private List<Enhancement> supported(WantedEnhancements wanted) {
    List<Enhancement> supported = new ArrayList<>();
    for (WantedEnhancements.Wish wish : wanted.wishes()) {
      if (installer.supportedEnhancements().contains(wish.enhancement())) {
        supported.add(wish.enhancement());
      } else if (wish.asked()) {
        LOG.warn(
            "The installer does not support {}, which is left out.",
            EnhancementText.name(wish.enhancement()));
      }
    }
    return supported;
  }

  /** Adds one; the result is whether that made a checkpoint. */
  private boolean add(Enhancement enhancement, List<DomainName> domains, DeployPaths paths) {
    boolean[] changed = new boolean[1];
    try (Guard guard = new Guard(unwind, () -> recover(enhancement))) {
      for (DomainName domain : domains) {
        if (!installer.enhance(domain, enhancement, paths)) {
          LOG.warn("{} has {} already.", domain, EnhancementText.name(enhancement));
        }
      }
      guard.lastSection(
          () -> changed[0] = installer.save(EnhancementText.checkpointTitle(enhancement), false));
    }
    return changed[0];
  }

  private void recover(Enhancement enhancement) {
    new Recovery(installer, notes)
        .after(
            "Setting up "
                + EnhancementText.name(enhancement)
                + " failed. The certificate stays installed.");
  }

  private void bringIntoForce(int checkpoints, RuntimeException cause) {
    if (checkpoints == 0) {
      return;
    }
    try {
      restart(checkpoints);
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private void restart(int checkpoints) {
    new ServerRestart(installer, unwind, notes).restart(checkpoints);
  }
}
