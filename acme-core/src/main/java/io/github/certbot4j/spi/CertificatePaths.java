package io.github.certbot4j.spi;

import java.nio.file.Path;

/** The four files of a lineage as servers are configured with them, absolute. */
public record CertificatePaths(Path cert, Path privkey, Path chain, Path fullchain) {}
