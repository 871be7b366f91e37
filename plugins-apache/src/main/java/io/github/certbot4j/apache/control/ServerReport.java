package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ServerFacts;
import java.nio.file.Path;

/**
 * What the control program reports.
 *
 * @param facts about the configuration
 * @param pidFile where the number of the server's process is
 * @param errorLog where the server complains
 */
public record ServerReport(ServerFacts facts, Path pidFile, Path errorLog) {

  /** Stands for a file that the program doesn't tell of. */
  static final Path UNTOLD = Path.of("/nonexistent");
}
