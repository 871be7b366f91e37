package io.github.certbot4j.order;

import io.github.certbot4j.acme.AcmeAuthorization;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import java.util.List;

/**
 * Picks the challenge of an authorization that is met: what the plugin can, as the user prefers.
 */
final class ChallengeChooser {

  private final Authenticator authenticator;
  private final List<ChallengeType> wishes;

  ChallengeChooser(Authenticator authenticator, List<ChallengeType> wishes) {
    this.authenticator = authenticator;
    this.wishes = wishes;
  }

  AcmeAuthorization.Offer choose(AcmeAuthorization authorization) {
    List<ChallengeType> usable = usableTypes(authorization.domain());
    for (ChallengeType type : usable) {
      for (AcmeAuthorization.Offer offer : authorization.offers()) {
        if (offer.challenge().type() == type) {
          return offer;
        }
      }
    }
    throw noCommonType(authorization, usable);
  }

  private List<ChallengeType> usableTypes(DomainName domain) {
    List<ChallengeType> supported = authenticator.supportedTypes(domain);
    if (wishes.isEmpty()) {
      return supported;
    }
    List<ChallengeType> usable = wishes.stream().filter(supported::contains).distinct().toList();
    if (usable.isEmpty()) {
      throw FailureException.rejected(
          "The chosen plugin supports none of the preferred challenges ("
              + names(wishes)
              + "); it can do "
              + names(supported)
              + ".",
          "Change --preferred-challenges or the plugin.");
    }
    return usable;
  }

  private static FailureException noCommonType(
      AcmeAuthorization authorization, List<ChallengeType> usable) {
    List<ChallengeType> offered =
        authorization.offers().stream().map(offer -> offer.challenge().type()).toList();
    String name =
        authorization.isWildcard() ? "*." + authorization.domain() : authorization.domain().ascii();
    boolean onlyDns = offered.equals(List.of(ChallengeType.DNS_01));
    return FailureException.rejected(
        "The CA wants "
            + name
            + " validated by "
            + names(offered)
            + ", and this run can do "
            + names(usable)
            + ".",
        onlyDns
            ? "Use a DNS plugin, or --manual with --preferred-challenges dns."
            : "Choose another plugin or other --preferred-challenges.");
  }

  private static String names(List<ChallengeType> types) {
    return types.isEmpty()
        ? "nothing"
        : String.join(", ", types.stream().map(ChallengeType::wireName).toList());
  }
}
