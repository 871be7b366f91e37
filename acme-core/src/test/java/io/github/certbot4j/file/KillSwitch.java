package io.github.certbot4j.file;

import java.nio.file.Path;

/** Ends the world before a chosen step, and lets nothing happen on disk after it. */
public final class KillSwitch implements StepListener {

  private final int stepsToLive;
  private int steps;

  public KillSwitch(int stepsToLive) {
    this.stepsToLive = stepsToLive;
  }

  @Override
  public void before(String operation, Path path) {
    if (steps >= stepsToLive) {
      throw new Killed();
    }
    steps++;
  }

  /** Not an exception: no code that cleans up may catch it. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
