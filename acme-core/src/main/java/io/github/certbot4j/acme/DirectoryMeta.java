package io.github.certbot4j.acme;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of a directory.
 *
 * @param termsOfService where the current terms are
 * @param externalAccountRequired whether new accounts need an external account binding
 * @param profiles the profiles offered with their descriptions; empty when the CA has none
 * @param offersRenewalInfo whether the CA gives renewal information (RFC 9773)
 */
public record DirectoryMeta(
    Optional<URI> termsOfService,
    boolean externalAccountRequired,
    Map<String, String> profiles,
    boolean offersRenewalInfo) {}
