package io.github.certbot4j.config;

/**
 * An option's value together with where it came from.
 *
 * @param setByUser whether it counts as given by the user in this run; derived values may too,
 *     since giving one option can imply another
 */
public record Setting<T>(T value, Origin origin, boolean setByUser) {}
