package io.github.certbot4j.order;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to order.
 *
 * @param names the names the certificate is for, in the order of the request
 * @param key where the key, or the finished signing request, comes from
 * @param preferredTypes validation methods the user prefers, best first; empty when there is no
 *     wish
 * @param preferredChain the common name of the issuer that the chain should end at
 * @param profile the certificate profile to ask the CA for
 * @param rehearsal whether nothing is kept: authorizations that are valid already are given up, so
 *     that every name is truly tried
 * @param issuanceTimeout how long the CA may take from finalizing to the certificate
 */
public record OrderRequest(
    List<DomainName> names,
    CertificateKey key,
    List<ChallengeType> preferredTypes,
    Optional<String> preferredChain,
    Optional<String> profile,
    boolean rehearsal,
    Duration issuanceTimeout) {

  public OrderRequest {
    names = List.copyOf(names);
    preferredTypes = List.copyOf(preferredTypes);
  }

  /** The same order for fewer names. */
  public OrderRequest forNames(List<DomainName> fewer) {
    return new OrderRequest(
        fewer, key, preferredTypes, preferredChain, profile, rehearsal, issuanceTimeout);
  }
}
