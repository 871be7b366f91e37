package io.github.certbot4j.deploy;

import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.spi.Installer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a server use its new configuration, or go back to the one before. */
final class ServerRestart {

  private static final Logger LOG = LoggerFactory.getLogger(ServerRestart.class);

  private final Installer installer;
  private final UnwindStack unwind;
  private final Consumer<String> notes;

  ServerRestart(Installer installer, UnwindStack unwind, Consumer<String> notes) {
    this.installer = installer;
    this.unwind = unwind;
    this.notes = notes;
  }

  /**
   * Restarts; if that fails, undoes what was changed, restarts again, and lets the failure go on.
   *
   * @param checkpoints how many were made since the server last took its configuration
   */
  void restart(int checkpoints) {
    try (Guard guard = new Guard(unwind, () -> goBack(checkpoints))) {
      guard.lastSection(installer::restart);
    }
  }

  private void goBack(int checkpoints) {
    if (checkpoints == 0) {
      notes.accept(
          "The server could not be restarted. Its configuration had not been changed, so please"
              + " look for the cause there.");
      return;
    }
    LOG.error("The server didn't take its new configuration; going back to the one before.");
    try {
      installer.rollback(checkpoints);
      installer.restart();
    } catch (RuntimeException e) {
      notes.accept(
          "The server's earlier configuration could not be restored, or the server could not be"
              + " restarted with it. Please check the server. The certificate is kept.");
      throw e;
    }
    notes.accept(
        "The server could not be restarted with its new configuration. The one before is restored"
            + " and in use. The certificate is kept.");
  }
}
