package io.github.certbot4j.hook;

import java.util.Optional;

/**
 * The hooks of one lineage or of one run.
 *
 * @param pre shell command before an attempt
 * @param post shell command after an attempt
 * @param deploy shell command after a new lineage was made
 * @param renew shell command after an existing lineage was renewed
 * @param directories whether the executables below {@code renewal-hooks} count
 */
public record HookSettings(
    Optional<String> pre,
    Optional<String> post,
    Optional<String> deploy,
    Optional<String> renew,
    boolean directories) {}
