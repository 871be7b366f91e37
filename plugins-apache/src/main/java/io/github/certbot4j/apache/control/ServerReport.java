package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ServerFacts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the control program reports.
 *
 * @param facts about the configuration
 * @param pidFile where the number of the server's process is; empty if it doesn't say
 */
public record ServerReport(ServerFacts facts, Optional<Path> pidFile) {}
