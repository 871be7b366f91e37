package io.github.certbot4j.dns.contract;

/**
 * A record of a fake service.
 *
 * @param id unique within the service
 * @param type as in a zone file
 * @param name the full name without final dot
 * @param value without quotes
 * @param ttl in seconds
 */
public record FakeRecord(String id, String type, String name, String value, int ttl) {}
