package io.github.certbot4j.apache.config;

import io.github.certbot4j.apache.parse.ConfigDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * All that the server reads.
 *
 * @param statements what is in force outside of virtual hosts
 * @param hosts the virtual hosts, in the order in which they are read
 * @param documents the files, in that order
 * @param enabled the real paths of the files that the server reads
 */
public record LoadedConfiguration(
    List<Statement> statements,
    List<HostBlock> hosts,
    List<ConfigDocument> documents,
    Set<Path> enabled) {}
