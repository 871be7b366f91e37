package io.github.certbot4j.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link Authenticator}. A test class of the plugin's module extends it and
 * says how the CA would look.
 */
public abstract class AuthenticatorContract {

  /** The authenticator under test, configured so that it can work; the same for a whole test. */
  protected abstract Authenticator authenticator();

  /**
   * What the CA would find for a challenge: its validation among them if it is published. Empty
   * when there is nothing.
   */
  protected abstract List<String> found(Challenge challenge);

  /** The names that the challenges are for, at least two. */
  protected List<DomainName> names() {
    return List.of(DomainName.parse("a.example"), DomainName.parse("b.example"));
  }

  @Test
  final void it_answers_at_least_one_type_and_names_none_twice() {
    for (DomainName name : names()) {
      assertThat(authenticator().supportedTypes(name)).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  final void it_can_be_prepared_again_and_again() {
    authenticator().prepare();
    assertThatCode(authenticator()::prepare).doesNotThrowAnyException();
  }

  @Test
  final void all_responses_can_be_seen_when_perform_returns() {
    List<Challenge> challenges = challenges("first");
    authenticator().prepare();
    authenticator().perform(challenges);
    try {
      for (Challenge challenge : challenges) {
        assertThat(found(challenge)).contains(challenge.validation());
      }
    } finally {
      authenticator().cleanUp(challenges);
    }
  }

  @Test
  final void nothing_can_be_seen_after_the_clean_up() {
    List<Challenge> challenges = challenges("first");
    authenticator().prepare();
    authenticator().perform(challenges);
    authenticator().cleanUp(challenges);
    for (Challenge challenge : challenges) {
      assertThat(found(challenge)).doesNotContain(challenge.validation());
    }
  }

  @Test
  final void a_clean_up_without_anything_published_is_harmless() {
    authenticator().prepare();
    assertThatCode(() -> authenticator().cleanUp(challenges("first"))).doesNotThrowAnyException();
  }

  @Test
  final void a_second_order_works_like_the_first() {
    authenticator().prepare();
    for (String round : List.of("first", "second")) {
      List<Challenge> challenges = challenges(round);
      authenticator().perform(challenges);
      assertThat(found(challenges.get(0))).contains(challenges.get(0).validation());
      authenticator().cleanUp(challenges);
    }
  }

  @Test
  final void two_values_for_one_name_can_be_seen_at_once() {
    DomainName name = names().get(0);
    List<Challenge> both = List.of(challenge(name, "apex"), challenge(name, "wildcard"));
    authenticator().prepare();
    authenticator().perform(both);
    try {
      assertThat(found(both.get(0))).contains(both.get(0).validation());
      assertThat(found(both.get(1))).contains(both.get(1).validation());
    } finally {
      authenticator().cleanUp(both);
    }
    assertThat(found(both.get(0))).doesNotContain(both.get(0).validation());
    assertThat(found(both.get(1))).doesNotContain(both.get(1).validation());
  }

  @Test
  final void its_choices_are_values_of_different_options() {
    List<Challenge> challenges = challenges("first");
    authenticator().prepare();
    authenticator().perform(challenges);
    authenticator().cleanUp(challenges);
    assertThat(authenticator().choices())
        .extracting(choice -> choice.option().key())
        .doesNotHaveDuplicates();
  }

  @Test
  final void its_hint_is_text_without_line_breaks() {
    assertThat(authenticator().hint(challenges("first"))).doesNotContain("\n");
  }

  private List<Challenge> challenges(String round) {
    List<Challenge> challenges = new ArrayList<>();
    for (DomainName name : names()) {
      challenges.add(challenge(name, round));
    }
    return challenges;
  }

  /** A challenge of the first type that the authenticator names. */
  private Challenge challenge(DomainName name, String round) {
    ChallengeType type = authenticator().supportedTypes(name).get(0);
    String token = "token-" + round + "-" + name.ascii().replace('.', '-');
    return new Challenge(name, type, token, token + ".thumbprint-" + round);
  }
}
