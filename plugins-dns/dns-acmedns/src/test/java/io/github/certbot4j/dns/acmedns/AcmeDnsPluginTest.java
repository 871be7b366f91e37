package io.github.certbot4j.dns.acmedns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.contract.FakeZones;
import io.github.certbot4j.dns.contract.ProviderFixture;
import io.github.certbot4j.dns.contract.ServicePage;
import io.github.certbot4j.dns.contract.ZoneServer;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared contract is about zones that can be read and cleaned up; acme-dns has neither. */
final class AcmeDnsPluginTest extends ProviderFixture {

  private final Challenge apex = Bench.challenge("example.com", "apex");
  private final Challenge wildcard = Bench.challenge("example.com", "wild");

  @Override
  protected DnsPlugin plugin() {
    return new AcmeDnsPlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeAcmeDns();
  }

  @Override
  protected String credentials() {
    return "dns_acmedns_url = " + FakeAcmeDns.URL + "\n";
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of();
  }

  @Test
  void names_without_a_registration_get_one_and_the_records_to_create_are_told_at_once() {
    Challenge other = Bench.challenge("example.net", "2");
    assertThatThrownBy(() -> perform(apex, wildcard, other))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("_acme-challenge.example.com. CNAME " + domain(0) + ".")
        .hasMessageContaining("_acme-challenge.example.net. CNAME " + domain(1) + ".");
    assertThat(fake().requests()).extracting(FakeRequest::path).containsOnly("/register");
    assertThat(fake().requests()).hasSize(2);
  }

  @Test
  void the_next_run_sets_both_values_of_a_name_and_a_wildcard() {
    register(apex);
    perform(apex, wildcard);
    assertThat(fake().zones().txt(domain(0)))
        .containsExactly(apex.validation(), wildcard.validation());
    cleanUp(apex, wildcard);
    assertThat(fake().zones().txt(domain(0))).as("the server removes nothing").hasSize(2);
  }

  @Test
  void an_alias_leads_to_its_registration_whatever_name_that_was_made_for() throws Exception {
    register(apex);
    FakeZones published = new FakeZones();
    FakeZone zone = published.add("example.org");
    published.add("auth.acme-dns.test");
    published.foreign(zone, "CNAME", "_acme-challenge.example.org", domain(0));
    try (ZoneServer servers =
        new ZoneServer(published).nameServer("127.0.0.2", record -> true).start()) {
      bench().variable("CERTBOT_DNS_RESOLVER", servers.resolver());
      bench().option(plugin(), "propagation_seconds", 0);
      Challenge delegated = Bench.challenge("example.org", "1");
      perform(delegated);
      assertThat(fake().zones().txt(domain(0))).containsExactly(delegated.validation());
    }
  }

  @Test
  void an_update_whose_answer_got_lost_drives_no_other_value_out() {
    register(apex);
    fake()
        .failAfterNext(request -> request.body().contains(wildcard.validation()), FakeAnswer.RESET);
    perform(apex, wildcard);
    assertThat(fake().zones().txt(domain(0)))
        .containsExactlyInAnyOrder(apex.validation(), wildcard.validation());
  }

  @Test
  void the_registrations_are_for_the_owners_eyes_only_and_the_log_has_no_keys() throws IOException {
    register(apex);
    perform(apex);
    Path file = bench().directory().resolve("etc/acme-dns.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String key = FakeAcmeDns.key(domain(0).substring(0, domain(0).indexOf('.')));
    assertThat(file).content().contains("\"example.com\"", key);
    assertThat(log().all()).isNotEmpty().noneMatch(line -> line.contains(key));
  }

  @Test
  void a_registration_that_the_server_lost_is_told_with_what_to_do() {
    register(apex);
    fake().zones().drop(fake().zones().all().get(0));
    assertThatThrownBy(() -> perform(apex))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("remove the name's entry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not JSON", "[]", "{\"example.com\": {\"fulldomain\": \"x\"}}"})
  void a_damaged_file_of_registrations_is_named_and_left_alone(String text) throws IOException {
    Path file = bench().write("registrations.json", text);
    bench().option(plugin(), "registrations", file.toString());
    Authenticator authenticator = bench().authenticator(plugin(), credentials());
    assertThatThrownBy(() -> authenticator.perform(List.of(apex)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent(text);
    assertThat(fake().requests()).isEmpty();
  }

  @Test
  void a_relative_file_of_registrations_is_refused() {
    bench().option(plugin(), "registrations", "registrations.json");
    Authenticator authenticator = bench().authenticator(plugin(), credentials());
    assertThatThrownBy(() -> authenticator.perform(List.of(apex)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--dns-acmedns-registrations is not an absolute path");
  }

  @Test
  void keys_are_not_sent_in_the_clear() {
    Authenticator authenticator =
        bench().authenticator(plugin(), "dns_acmedns_url = http://auth.acme-dns.test\n");
    assertThatThrownBy(() -> authenticator.perform(List.of(apex)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("https://");
    assertThat(fake().requests()).isEmpty();
  }

  @Test
  void its_orders_do_not_overlap_since_a_third_value_drives_out_the_first() {
    assertThat(worksSideBySide()).isFalse();
  }

  @Test
  void its_page_in_the_documentation_is_up_to_date() throws IOException {
    ServicePage.mustBeUpToDate(plugin());
  }

  private void register(Challenge challenge) {
    assertThatThrownBy(() -> perform(challenge)).isInstanceOf(FailureException.class);
    cleanUp(challenge);
  }

  private String domain(int number) {
    return fake().zones().all().get(number).name();
  }
}
