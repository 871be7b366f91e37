package io.github.certbot4j.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * What decides whether a lineage is due, of its newest complete version.
 *
 * @param notBefore the certificate's first instant
 * @param notAfter the certificate's last instant
 * @param horizon now plus the lineage's own {@code renew_before_expiry}; empty when it has none
 * @param autorenew whether the lineage may become due by itself
 */
public record RenewalFacts(
    Instant notBefore, Instant notAfter, Optional<Instant> horizon, boolean autorenew) {}
