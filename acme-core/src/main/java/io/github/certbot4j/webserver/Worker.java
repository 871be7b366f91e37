package io.github.certbot4j.webserver;

/**
 * A process that serves requests.
 *
 * @param pid its number, which another process may get later
 * @param started when it was started, in the system's own unit
 */
public record Worker(long pid, long started) {}
