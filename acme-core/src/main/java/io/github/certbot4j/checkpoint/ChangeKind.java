package io.github.certbot4j.checkpoint;

/** How long changes to a configuration are meant to stay; each kind has a journal of its own. */
public enum ChangeKind {

  /** As long as a challenge: taken back when it is over. */
  TEMPORARY("temp_checkpoint"),

  /** For good, once they have become a checkpoint. */
  PERMANENT("IN_PROGRESS");

  private final String directoryName;

  ChangeKind(String directoryName) {
    this.directoryName = directoryName;
  }

  /** The name of the journal's directory in the work directory. */
  String directoryName() {
    return directoryName;
  }
}
