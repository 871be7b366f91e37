package io.github.certbot4j.dns.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for every DNS plugin, tried with its fake service: records come and go, and nothing
 * else is touched. {@link ProviderTroubleContract} says what happens when something goes wrong.
 */
public abstract class ProviderContract extends ProviderTroubleContract {

  @Test
  final void a_value_is_published_and_removed() {
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("sub.example.com", "1");
    perform(challenge);
    assertThat(zone.at("_acme-challenge.sub.example.com", "TXT"))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.value()).isEqualTo(challenge.validation());
              assertThat(record.ttl()).isEqualTo(expectedTtl());
            });
    cleanUp(challenge);
    assertThat(published(challenge)).isEmpty();
  }

  @Test
  final void a_name_that_is_the_zone_itself_works() {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    cleanUp(challenge);
    assertThat(published(challenge)).isEmpty();
  }

  @Test
  final void two_values_of_one_name_are_there_at_once() {
    fake().zones().add("example.com");
    Challenge apex = Bench.challenge("example.com", "apex");
    Challenge wildcard = Bench.challenge("example.com", "wild");
    perform(apex, wildcard);
    assertThat(published(apex)).containsExactlyInAnyOrder(apex.validation(), wildcard.validation());
    cleanUp(wildcard, apex);
    assertThat(published(apex)).isEmpty();
  }

  @Test
  final void two_values_of_one_name_can_be_removed_one_by_one() {
    fake().zones().add("example.com");
    Challenge apex = Bench.challenge("example.com", "apex");
    Challenge wildcard = Bench.challenge("example.com", "wild");
    perform(apex, wildcard);
    cleanUp(wildcard);
    assertThat(published(apex)).containsExactly(apex.validation());
    cleanUp(apex);
    assertThat(published(apex)).isEmpty();
  }

  @Test
  final void names_of_several_zones_work_in_one_order() {
    fake().zones().add("example.com");
    fake().zones().add("example.net");
    Challenge one = Bench.challenge("www.example.com", "1");
    Challenge other = Bench.challenge("www.example.net", "2");
    perform(one, other);
    assertThat(published(one)).containsExactly(one.validation());
    assertThat(published(other)).containsExactly(other.validation());
    cleanUp(one, other);
  }

  @Test
  final void a_second_order_works_like_the_first() {
    fake().zones().add("example.com");
    for (String round : List.of("1", "2")) {
      Challenge challenge = Bench.challenge("example.com", round);
      perform(challenge);
      assertThat(published(challenge)).containsExactly(challenge.validation());
      cleanUp(challenge);
    }
    assertThat(fake().zones().txt("_acme-challenge.example.com")).isEmpty();
  }

  @Test
  final void the_deepest_zone_is_taken() {
    FakeZone parent = fake().zones().add("example.com");
    FakeZone child = fake().zones().add("sub.example.com");
    Challenge challenge = Bench.challenge("www.sub.example.com", "1");
    perform(challenge);
    assertThat(child.at(challenge.validationName(), "TXT")).hasSize(1);
    assertThat(parent.at(challenge.validationName(), "TXT")).isEmpty();
    cleanUp(challenge);
  }

  @Test
  final void zones_that_only_look_alike_are_never_taken() {
    for (String name : List.of("ample.com", "notexample.com", "myexample.com", "ww.example.com")) {
      fake().zones().add(name);
    }
    List<String> before = fake().zones().snapshot();
    Challenge challenge = Bench.challenge("www.example.com", "1");
    assertThatThrownBy(() -> perform(challenge)).isInstanceOf(FailureException.class);
    assertThat(fake().zones().snapshot()).isEqualTo(before);
    cleanUp(challenge);
  }

  @Test
  final void without_a_zone_the_error_has_the_names_that_were_tried_and_nothing_is_written() {
    fake().zones().add("example.net");
    Challenge challenge = Bench.challenge("a.b.example.com", "1");
    assertThatThrownBy(() -> perform(challenge))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("b.example.com")
        .hasMessageNotContaining("\n");
    assertThat(writes()).isEmpty();
    cleanUp(challenge);
    assertThat(log().warnings()).isEmpty();
  }

  @Test
  final void a_value_that_is_there_already_is_no_trouble_and_not_doubled() {
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    fake().zones().foreign(zone, "TXT", challenge.validationName(), challenge.validation());
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    cleanUp(challenge);
  }

  @Test
  final void values_of_others_at_the_same_name_stay_as_they_are() {
    FakeZone zone = fake().zones().add("example.com");
    FakeRecord foreign =
        fake().zones().foreign(zone, "TXT", "_acme-challenge.example.com", "foreign Value");
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    assertThat(published(challenge))
        .containsExactlyInAnyOrder("foreign Value", challenge.validation());
    cleanUp(challenge);
    assertThat(zone.at(foreign.name(), "TXT"))
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.value()).isEqualTo(foreign.value());
              assertThat(left.ttl()).isEqualTo(foreign.ttl());
            });
  }

  @Test
  final void a_record_that_is_gone_is_no_trouble_for_the_clean_up() {
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    zone.removeAt(challenge.validationName(), "TXT");
    cleanUp(challenge);
    assertThat(log().warnings()).isEmpty();
  }

  @Test
  final void a_zone_that_is_gone_is_no_trouble_for_the_clean_up() {
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    fake().zones().drop(zone);
    assertThatCode(() -> cleanUp(challenge)).doesNotThrowAnyException();
  }

  @Test
  final void a_record_that_was_made_anew_under_another_id_is_removed() {
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    zone.removeAt(challenge.validationName(), "TXT");
    fake().zones().foreign(zone, "TXT", challenge.validationName(), challenge.validation());
    cleanUp(challenge);
    assertThat(published(challenge)).isEmpty();
  }

  @Test
  final void a_clean_up_without_anything_published_is_silent() {
    fake().zones().add("example.com");
    cleanUp(Bench.challenge("example.com", "1"));
    assertThat(log().warnings()).isEmpty();
    assertThat(fake().requests()).isEmpty();
  }

  @Test
  final void zones_and_records_on_later_pages_are_found() {
    for (int i = 0; i < manyZones(); i++) {
      fake().zones().addEmpty("filler-%03d.example".formatted(i));
    }
    FakeZone zone = fake().zones().add("example.com");
    for (int i = 0; i < manyRecords(); i++) {
      fake().zones().foreign(zone, "TXT", "filler-%03d.example.com".formatted(i), "filler");
    }
    Challenge challenge = Bench.challenge("example.com", "1");
    fake().zones().foreign(zone, "TXT", challenge.validationName(), challenge.validation());
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    assertThat(fake().requests()).hasSizeLessThan(40);
    cleanUp(challenge);
  }

  @Test
  final void a_deep_name_needs_no_more_look_ups_than_it_has_labels() {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("x.".repeat(60) + "example.com", "1");
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    assertThat(fake().requests()).hasSizeLessThan(90);
    cleanUp(challenge);
  }

  @Test
  final void all_of_an_order_waits_once() {
    fake().zones().add("example.com");
    perform(Bench.challenge("a.example.com", "1"), Bench.challenge("b.example.com", "2"));
    assertThat(bench().clock().slept().toSeconds()).isEqualTo(plugin().declaration().waitSeconds());
    cleanUp(Bench.challenge("a.example.com", "1"), Bench.challenge("b.example.com", "2"));
  }

  @TestFactory
  final List<DynamicTest> wrong_credentials_are_told_with_a_hint_and_without_secrets() {
    return badLogins().stream()
        .map(login -> DynamicTest.dynamicTest(login.hint(), () -> checkBadLogin(login)))
        .toList();
  }

  @Test
  final void its_page_in_the_documentation_is_up_to_date() throws IOException {
    ServicePage.mustBeUpToDate(plugin());
  }

  private void checkBadLogin(BadLogin login) {
    fake().zones().add("example.com");
    int before = fake().requests().size();
    Challenge challenge = Bench.challenge("example.com", "1");
    Authenticator authenticator = bench().authenticator(plugin(), login.credentials());
    Throwable thrown = catchThrowable(() -> authenticator.perform(List.of(challenge)));
    authenticator.cleanUp(List.of(challenge));
    assertThat(thrown).isInstanceOf(FailureException.class).hasMessageContaining(login.hint());
    assertThat(fake().requests().size() - before).isLessThanOrEqualTo(requestsBeforeLogin() + 1);
    assertThat(log().warnings()).isEmpty();
    Predicate<String> leak =
        text -> secretsIn(login.credentials()).stream().anyMatch(text::contains);
    assertThat(log().all()).noneMatch(leak);
    assertThat(leak.test(thrown.getMessage())).as("secrets in the message").isFalse();
  }
}
