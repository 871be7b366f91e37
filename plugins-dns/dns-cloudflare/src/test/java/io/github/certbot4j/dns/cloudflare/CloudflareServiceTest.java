package io.github.certbot4j.dns.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is particular about Cloudflare. */
final class CloudflareServiceTest {

  private static final String TOKEN = "dns_cloudflare_api_token = " + FakeCloudflare.TOKEN + "\n";

  @TempDir private Path directory;
  private final FakeCloudflare fake = new FakeCloudflare();
  private final Challenge challenge = Bench.challenge("www.example.com", "1");
  private FakeZone zone;

  @BeforeEach
  void start() {
    zone = fake.zones().add("example.com");
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
    assertThat(fake.violations()).isEmpty();
  }

  @Test
  void an_email_address_and_the_global_key_work_too() {
    publishesAndRemoves(
        "dns_cloudflare_email = %s\ndns_cloudflare_api_key = %s\n"
            .formatted(FakeCloudflare.EMAIL, FakeCloudflare.KEY));
    assertThat(fake.requests())
        .allMatch(request -> request.header("Authorization").isEmpty())
        .allMatch(request -> request.header("X-Auth-Email").equals(FakeCloudflare.EMAIL));
  }

  @Test
  void where_zones_cannot_be_asked_for_by_name_all_are_listed_once() {
    for (int i = 0; i < 120; i++) {
      fake.zones().addEmpty("filler-%03d.example".formatted(i));
    }
    fake.zones().addEmpty("last.example");
    fake.refuseNames();
    publishesAndRemoves(TOKEN);
    assertThat(fake.requests().stream().filter(r -> r.query("name", "").isEmpty()))
        .filteredOn(request -> request.path().endsWith("/zones"))
        .hasSize(3);
  }

  @Test
  void contents_that_come_back_in_quotes_are_the_same() {
    fake.keepQuotes();
    fake.zones().foreign(zone, "TXT", challenge.validationName(), challenge.validation());
    publishesAndRemoves(TOKEN);
    assertThat(fake.requests()).noneMatch(request -> request.method().equals("POST"));
  }

  @ParameterizedTest
  @CsvSource({"81057", "81058"})
  void an_identical_record_that_appears_at_the_same_time_is_no_trouble(int code) {
    fake.beforeNext(
        request -> request.method().equals("POST"),
        () ->
            fake.zones().foreign(zone, "TXT", challenge.validationName(), challenge.validation()));
    fake.failNext(
        request -> request.method().equals("POST"),
        1,
        FakeAnswer.json(
            400, "{'success':false,'errors':[{'code':%d,'message':'x'}]}".formatted(code)));
    publishesAndRemoves(TOKEN);
  }

  @Test
  void a_token_without_access_to_the_zone_is_told_so() {
    fake.failNext(
        request -> true,
        99,
        FakeAnswer.json(
            403,
            "{'success':false,'errors':[{'code':0,'message':'Actor x requires permission"
                + " com.cloudflare.api.account.zone.list to list zones'}]}"));
    assertThatThrownBy(() -> authenticator(TOKEN).perform(List.of(challenge)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("has the API token access to its zone?");
    assertThat(fake.requests()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api_token=a~email=b | not used with an API token",
        "api_token=a~api_key=b | not used with an API token",
        "email=b | dns_cloudflare_api_key is missing",
        "api_key=b | dns_cloudflare_email is missing",
        "api_token= | dns_cloudflare_api_token is missing, or",
      })
  void other_combinations_of_values_are_refused_before_any_request(String keys, String problem) {
    StringBuilder text = new StringBuilder();
    for (String pair : keys.split("~")) {
      text.append("dns_cloudflare_").append(pair).append('\n');
    }
    assertThatThrownBy(() -> authenticator(text.toString()).perform(List.of(challenge)))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith(directory.toString())
        .hasMessageContaining(problem);
    assertThat(fake.requests()).isEmpty();
  }

  private void publishesAndRemoves(String credentials) {
    Authenticator authenticator = authenticator(credentials);
    authenticator.perform(List.of(challenge));
    assertThat(fake.zones().txt(challenge.validationName()))
        .containsExactly(challenge.validation());
    authenticator.cleanUp(List.of(challenge));
    assertThat(fake.zones().txt(challenge.validationName())).isEmpty();
  }

  private Authenticator authenticator(String credentials) {
    CloudflarePlugin plugin = new CloudflarePlugin();
    return new Bench(directory)
        .reaching(fake)
        .option(plugin, "propagation_seconds", 0)
        .authenticator(plugin, credentials);
  }
}
