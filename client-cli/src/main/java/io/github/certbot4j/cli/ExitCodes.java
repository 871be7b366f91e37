package io.github.certbot4j.cli;

import io.github.certbot4j.model.Failure;

/** The statuses a run ends with. */
public final class ExitCodes {

  /** It did what was asked, or there was nothing to do. */
  public static final int SUCCESS = 0;

  /** It could not do what was asked. */
  public static final int FAILED = 1;

  /** The command line or a configuration file is malformed. */
  public static final int USAGE = 2;

  private ExitCodes() {}

  /** The status of a run that ended with this failure. */
  public static int of(Failure failure) {
    return failure instanceof Failure.Usage ? USAGE : FAILED;
  }
}
