package io.github.certbot4j.dns.contract;

/**
 * Credentials that a service refuses.
 *
 * @param credentials the text of the file
 * @param hint part of what the user must be told
 */
public record BadLogin(String credentials, String hint) {}
