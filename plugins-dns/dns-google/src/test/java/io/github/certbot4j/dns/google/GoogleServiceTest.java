package io.github.certbot4j.dns.google;

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

/** What is particular about Google Cloud DNS. */
final class GoogleServiceTest {

  private final GooglePlugin plugin = new GooglePlugin();
  private final Challenge apex = Bench.challenge("example.com", "apex");
  private final Challenge wildcard = Bench.challenge("example.com", "wild");
  private FakeGoogle fake;
  private Bench bench;
  private Authenticator authenticator;

  @BeforeEach
  void start(@TempDir Path directory) {
    fake = new FakeGoogle();
    bench = new Bench(directory).reaching(fake);
    authenticator = bench.authenticator(plugin, fake.keyFile());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
    assertThat(fake.violations()).isEmpty();
  }

  @Test
  void both_values_of_a_name_are_one_change_with_one_token() {
    fake.zones().add("example.com");
    authenticator.perform(List.of(apex, wildcard));
    assertThat(changes()).hasSize(1);
    authenticator.cleanUp(List.of(apex, wildcard));
    assertThat(changes()).hasSize(2);
    assertThat(fake.login().tokens()).hasSize(1);
  }

  @Test
  void private_zones_are_skipped_also_those_that_name_no_networks() {
    fake.hide(fake.zones().add("example.com"), true);
    fake.hide(fake.zones().add("example.com"), false);
    FakeZone shown = fake.zones().add("example.com");
    authenticator.perform(List.of(apex));
    assertThat(shown.at(apex.validationName(), "TXT")).hasSize(1);
    authenticator.cleanUp(List.of(apex));
    assertThat(shown.at(apex.validationName(), "TXT")).isEmpty();
  }

  @Test
  void a_change_is_waited_for_until_it_is_done() {
    fake.zones().add("example.com");
    fake.pendFor(45);
    authenticator.perform(List.of(apex));
    assertThat(fake.requests()).filteredOn(each -> each.path().contains("/changes/")).hasSize(45);
    assertThat(bench.clock().slept()).isGreaterThan(Duration.ofSeconds(88));
  }

  @Test
  void a_token_that_is_refused_once_is_replaced() {
    fake.zones().add("example.com");
    fake.failNext(this::isApi, 1, FakeGoogle.error(401, "authError", "Invalid Credentials"));
    authenticator.perform(List.of(apex));
    assertThat(fake.zones().txt(apex.validationName())).containsExactly(apex.validation());
    assertThat(fake.login().tokens()).hasSize(2);
  }

  @Test
  void a_token_that_ran_out_in_the_meantime_is_replaced() {
    fake.zones().add("example.com");
    authenticator.perform(List.of(apex));
    bench.clock().sleep(Duration.ofHours(2));
    authenticator.cleanUp(List.of(apex));
    assertThat(fake.zones().txt(apex.validationName())).isEmpty();
  }

  @Test
  void an_account_that_is_always_refused_is_given_up_after_the_second_token() {
    fake.zones().add("example.com");
    fake.failNext(this::isApi, 1000, FakeGoogle.error(401, "authError", "Invalid Credentials"));
    assertThatThrownBy(() -> authenticator.perform(List.of(apex)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("HTTP 401, code authError: Invalid Credentials");
    assertThat(fake.requests()).hasSize(4);
  }

  @Test
  void a_quota_that_is_used_up_for_the_moment_is_waited_for() {
    fake.zones().add("example.com");
    fake.failNext(this::isApi, 2, FakeGoogle.error(403, "rateLimitExceeded", "Slow down"));
    authenticator.perform(List.of(apex));
    assertThat(fake.zones().txt(apex.validationName())).containsExactly(apex.validation());
  }

  @Test
  void a_set_that_somebody_changed_is_read_again() {
    fake.zones().add("example.com");
    fake.failNext(
        this::isChange, 1, FakeGoogle.error(412, "conditionNotMet", "Precondition not met"));
    authenticator.perform(List.of(apex));
    assertThat(changes()).hasSize(2);
    assertThat(fake.zones().txt(apex.validationName())).containsExactly(apex.validation());
  }

  @Test
  void without_the_right_to_read_record_sets_it_works_by_memory() {
    FakeZone zone = fake.zones().add("example.com");
    fake.forbidListing();
    authenticator.perform(List.of(apex, wildcard));
    authenticator.cleanUp(List.of(wildcard));
    assertThat(zone.at(apex.validationName(), "TXT"))
        .extracting(FakeRecord::value)
        .containsExactly(apex.validation());
    authenticator.cleanUp(List.of(apex));
    assertThat(zone.at(apex.validationName(), "TXT")).isEmpty();
  }

  @Test
  void orders_that_overlap_remember_what_either_wrote_where_sets_can_not_be_read() {
    fake.zones().add("example.com");
    fake.forbidListing();
    Authenticator other = bench.authenticator(plugin);
    authenticator.perform(List.of(apex));
    other.perform(List.of(wildcard));
    assertThat(fake.zones().txt(apex.validationName()))
        .containsExactlyInAnyOrder(apex.validation(), wildcard.validation());
    authenticator.cleanUp(List.of(apex));
    assertThat(fake.zones().txt(apex.validationName())).containsExactly(wildcard.validation());
    other.cleanUp(List.of(wildcard));
    assertThat(fake.zones().txt(apex.validationName())).isEmpty();
  }

  @Test
  void records_with_a_routing_policy_are_refused() {
    FakeZone zone = fake.zones().add("example.com");
    fake.zones().foreign(zone, "TXT", apex.validationName(), "routed");
    fake.makeRouted(apex.validationName());
    assertThatThrownBy(() -> authenticator.perform(List.of(apex)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("routing policy");
    assertThat(changes()).isEmpty();
  }

  @Test
  void zones_may_belong_to_another_project_than_the_account() {
    fake.zones().add("example.com");
    fake.moveTo("other-project");
    assertThatThrownBy(() -> authenticator.perform(List.of(apex)))
        .hasMessageContaining("HTTP 403, code forbidden", "roles/dns.admin");
    bench.option(GooglePlugin.PROJECT, "other-project");
    bench.authenticator(plugin, fake.keyFile()).perform(List.of(apex));
    assertThat(fake.zones().txt(apex.validationName())).containsExactly(apex.validation());
  }

  private List<FakeRequest> changes() {
    return fake.requests().stream().filter(this::isChange).toList();
  }

  private boolean isChange(FakeRequest request) {
    return request.path().endsWith("/changes");
  }

  private boolean isApi(FakeRequest request) {
    return request.host().startsWith("dns.");
  }
}
