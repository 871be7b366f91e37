package io.github.certbot4j.workflow;

import io.github.certbot4j.config.Settings;
import io.github.certbot4j.config.VerbOptions;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Installer;

/** {@code rollback}: undoes the newest changes of a server's configuration. */
public final class RollbackFlow {

  private final InstallerSource installers;
  private final UnwindStack unwind;

  public RollbackFlow(InstallerSource installers, UnwindStack unwind) {
    this.installers = installers;
    this.unwind = unwind;
  }

  /**
   * Undoes as many checkpoints as the settings say, and restarts the server; without an installer
   * nothing is done.
   *
   * @throws FailureException when the number is negative, or files can't be restored
   */
  public void run(Settings settings) {
    int checkpoints = settings.get(VerbOptions.CHECKPOINTS);
    if (checkpoints < 0) {
      throw FailureException.rejected(
          "--checkpoints " + checkpoints + ": that many changes can't be undone.",
          "Give a whole number of at least 0.");
    }
    installers.choose(settings).ifPresent(chosen -> undo(chosen.installer(), checkpoints));
  }

  private void undo(Installer installer, int checkpoints) {
    unwind.uninterrupted(
        () -> {
          installer.rollback(checkpoints);
          installer.restart();
          return checkpoints;
        });
  }
}
