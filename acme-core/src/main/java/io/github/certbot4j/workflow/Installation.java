package io.github.certbot4j.workflow;

import io.github.certbot4j.deploy.Deployer;
import io.github.certbot4j.deploy.Enhancer;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.report.Notes;
import io.github.certbot4j.spi.Installer;

/** Makes what works on a server's configuration; what goes wrong there ends up in the notes. */
public final class Installation {

  private final UnwindStack unwind;
  private final Notes notes;

  public Installation(UnwindStack unwind, Notes notes) {
    this.unwind = unwind;
    this.notes = notes;
  }

  Deployer deployer(Installer installer) {
    return new Deployer(installer, unwind, this::note);
  }

  Enhancer enhancer(Installer installer) {
    return new Enhancer(installer, unwind, this::note);
  }

  private void note(String text) {
    notes.add(text, Notes.Priority.HIGH, true);
  }
}
