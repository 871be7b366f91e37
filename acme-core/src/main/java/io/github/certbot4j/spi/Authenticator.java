package io.github.certbot4j.spi;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import java.util.List;

/** Proves control of names to a CA. */
public interface Authenticator extends PluginRole {

  /** The validation methods it can answer for a name, best first; never empty. */
  List<ChallengeType> supportedTypes(DomainName domain);

  /**
   * Publishes all responses. When this returns, the CA may look at any of them. Called once per
   * order with every challenge that needs an answer, in the order of the authorizations.
   *
   * @throws io.github.certbot4j.model.FailureException when a response can't be published; {@link
   *     #cleanUp} follows all the same
   */
  void perform(List<Challenge> challenges);

  /**
   * Takes back what {@link #perform} published for these challenges, and nothing else. Called
   * exactly once after every call of {@link #perform}, whether that succeeded or not, also when the
   * run is being interrupted. Should carry on after a response that can't be removed.
   */
  void cleanUp(List<Challenge> challenges);

  /**
   * What was decided in {@link #perform} and must be known at renewals, such as the user's answers.
   * Asked after it returned. The values replace those of the options that were handed in and are
   * stored as if the user had given them; empty when there was nothing to decide.
   */
  default List<OptionChoice<?>> choices() {
    return List.of();
  }

  /** What to tell the user, beside the CA's answer, when validation failed; may be empty. */
  default String hint(List<Challenge> failed) {
    return "";
  }
}
