package io.github.certbot4j.file;

import java.nio.file.Path;

/**
 * Sees every change on disk just before it is made. Tests break off there, as a power failure
 * would.
 */
@FunctionalInterface
public interface StepListener {

  /** Lets every step pass. */
  StepListener NONE = (operation, path) -> {};

  /**
   * Called before a change.
   *
   * @param operation what is about to happen, such as {@code rename}
   * @param path the file, link or directory it happens to
   */
  void before(String operation, Path path);
}
