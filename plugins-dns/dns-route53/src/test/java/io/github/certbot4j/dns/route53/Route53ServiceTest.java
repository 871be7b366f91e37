package io.github.certbot4j.dns.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular about Route 53. */
final class Route53ServiceTest {

  private final Challenge apex = Bench.challenge("example.com", "apex");
  private final Challenge wildcard = Bench.challenge("example.com", "wild");
  private FakeRoute53 fake;
  private Bench bench;
  private Authenticator authenticator;

  @BeforeEach
  void start(@TempDir Path directory) {
    fake = new FakeRoute53();
    bench =
        new Bench(directory)
            .reaching(fake)
            .variable("AWS_ACCESS_KEY_ID", FakeRoute53.ACCESS_KEY)
            .variable("AWS_SECRET_ACCESS_KEY", FakeRoute53.SECRET_KEY);
    authenticator = bench.authenticator(new Route53Plugin());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
    assertThat(fake.violations()).isEmpty();
  }

  @Test
  void both_values_of_a_name_are_one_change_and_one_wait() {
    fake.zones().add("example.com");
    authenticator.perform(List.of(apex, wildcard));
    assertThat(fake.requests()).filteredOn(FakeRequest::isWrite).hasSize(1);
    assertThat(looks()).isEqualTo(1);
    authenticator.cleanUp(List.of(apex, wildcard));
    assertThat(fake.requests()).filteredOn(FakeRequest::isWrite).hasSize(2);
    assertThat(looks()).as("a removal is not waited for").isEqualTo(1);
  }

  @Test
  void the_private_twin_of_a_zone_is_skipped_and_the_hundred_and_first_zone_found() {
    fake.hide(fake.zones().add("example.com"));
    for (int i = 0; i < 99; i++) {
      fake.zones().addEmpty("filler-%02d.example".formatted(i));
    }
    FakeZone shown = fake.zones().add("example.com");
    authenticator.perform(List.of(apex));
    assertThat(shown.at(apex.validationName(), "TXT")).hasSize(1);
    authenticator.cleanUp(List.of(apex));
    assertThat(shown.at(apex.validationName(), "TXT")).isEmpty();
  }

  @Test
  void an_account_with_private_zones_only_has_no_zone() {
    fake.hide(fake.zones().add("example.com"));
    assertThatThrownBy(() -> authenticator.perform(List.of(apex)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("none of _acme-challenge.example.com, example.com");
  }

  @Test
  void a_zone_of_the_validation_name_itself_is_used() {
    fake.zones().add("example.com");
    FakeZone delegated = fake.zones().addEmpty("_acme-challenge.example.com");
    authenticator.perform(List.of(apex));
    assertThat(delegated.at(apex.validationName(), "TXT")).hasSize(1);
    authenticator.cleanUp(List.of(apex));
    assertThat(delegated.records()).isEmpty();
  }

  @Test
  void the_change_is_waited_for_longer_than_name_servers_by_default() {
    fake.zones().add("example.com");
    fake.pendFor(20);
    authenticator.perform(List.of(apex));
    assertThat(looks()).isEqualTo(20);
    assertThat(bench.clock().slept()).isGreaterThan(Duration.ofSeconds(38));
  }

  @Test
  void a_change_that_is_never_in_sync_is_not_waited_for_for_ever() {
    fake.zones().add("example.com");
    fake.pendFor(Integer.MAX_VALUE);
    authenticator.perform(List.of(apex));
    assertThat(bench.clock().slept())
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(10).plusSeconds(10));
  }

  @Test
  void seconds_that_the_user_gave_are_the_bound_of_the_whole_wait() {
    fake.zones().add("example.com");
    fake.pendFor(Integer.MAX_VALUE);
    bench.option(new Route53Plugin(), "propagation_seconds", 30);
    bench.authenticator(new Route53Plugin()).perform(List.of(apex));
    assertThat(bench.clock().slept()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void without_the_right_to_read_record_sets_it_works_by_memory() {
    FakeZone zone = fake.zones().add("example.com");
    fake.forbidListing();
    authenticator.perform(List.of(apex, wildcard));
    assertThat(zone.at(apex.validationName(), "TXT")).hasSize(2);
    authenticator.cleanUp(List.of(wildcard));
    assertThat(zone.at(apex.validationName(), "TXT"))
        .extracting(FakeRecord::value)
        .containsExactly(apex.validation());
    authenticator.cleanUp(List.of(apex));
    assertThat(zone.at(apex.validationName(), "TXT")).isEmpty();
  }

  @Test
  void orders_that_overlap_remember_what_either_wrote_where_sets_can_not_be_read() {
    FakeZone zone = fake.zones().add("example.com");
    fake.forbidListing();
    Route53Plugin plugin = new Route53Plugin();
    Authenticator other = bench.authenticator(plugin);
    authenticator = bench.authenticator(plugin);
    authenticator.perform(List.of(apex));
    other.perform(List.of(wildcard));
    assertThat(fake.zones().txt(apex.validationName()))
        .containsExactlyInAnyOrder(apex.validation(), wildcard.validation());
    authenticator.cleanUp(List.of(apex));
    assertThat(fake.zones().txt(apex.validationName())).containsExactly(wildcard.validation());
    other.cleanUp(List.of(wildcard));
    assertThat(zone.at(apex.validationName(), "TXT")).isEmpty();
  }

  @Test
  void a_record_that_is_gone_and_cannot_be_read_is_no_trouble() {
    FakeZone zone = fake.zones().add("example.com");
    fake.forbidListing();
    authenticator.perform(List.of(apex));
    zone.removeAt(apex.validationName(), "TXT");
    authenticator.cleanUp(List.of(apex));
    assertThat(fake.requests()).filteredOn(FakeRequest::isWrite).hasSize(2);
  }

  @Test
  void records_with_a_routing_policy_are_refused() {
    FakeZone zone = fake.zones().add("example.com");
    fake.zones().foreign(zone, "TXT", apex.validationName(), "weighted");
    fake.makeWeighted(apex.validationName());
    assertThatThrownBy(() -> authenticator.perform(List.of(apex)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("routing policy");
    assertThat(fake.requests()).noneMatch(FakeRequest::isWrite);
  }

  @Test
  void a_change_that_another_one_is_in_the_way_of_is_tried_again() {
    fake.zones().add("example.com");
    fake.failNext(
        FakeRequest::isWrite, 2, FakeRoute53.error(400, "PriorRequestNotComplete", "Try again"));
    authenticator.perform(List.of(apex));
    assertThat(fake.zones().txt(apex.validationName())).containsExactly(apex.validation());
    assertThat(bench.clock().sleeps().subList(0, 2))
        .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  void a_set_that_changes_before_it_is_deleted_is_read_again() {
    FakeZone zone = fake.zones().add("example.com");
    authenticator.perform(List.of(apex));
    fake.beforeNext(
        FakeRequest::isWrite,
        () -> zone.put(new FakeRecord("late", "TXT", apex.validationName(), "late", 10)));
    authenticator.cleanUp(List.of(apex));
    assertThat(zone.at(apex.validationName(), "TXT"))
        .extracting(FakeRecord::value)
        .containsExactly("late");
  }

  private long looks() {
    return fake.requests().stream().filter(each -> each.path().contains("/change/")).count();
  }
}
