package io.github.certbot4j.deploy;

import io.github.certbot4j.spi.Installer;
import java.util.function.Consumer;

/** Takes back what an installer has not finished, and has the user know how that went. */
final class Recovery {

  private final Installer installer;
  private final Consumer<String> notes;

  Recovery(Installer installer, Consumer<String> notes) {
    this.installer = installer;
    this.notes = notes;
  }

  /**
   * Undoes all that is pending.
   *
   * @param trouble a sentence that says what went wrong before
   */
  void after(String trouble) {
    try {
      installer.recover();
    } catch (RuntimeException e) {
      notes.accept(
          trouble
              + " Not all that had been changed in the server's configuration for it could be"
              + " undone; the next run tries again.");
      throw e;
    }
    notes.accept(
        trouble + " What had been changed in the server's configuration for it is undone.");
  }
}
