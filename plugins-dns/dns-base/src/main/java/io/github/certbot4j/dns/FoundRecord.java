package io.github.certbot4j.dns;

/**
 * A TXT record that a service has.
 *
 * @param id what the service calls it
 * @param value its content as the service wrote it, maybe in quotes
 */
public record FoundRecord(String id, String value) {}
