package io.github.certbot4j.dns.dnsmadeeasy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.contract.ProviderContract;
import io.github.certbot4j.spi.Challenge;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DnsMadeEasyPluginTest extends ProviderContract {

  @Override
  protected DnsPlugin plugin() {
    return new DnsMadeEasyPlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeDnsMadeEasy();
  }

  @Override
  protected String credentials() {
    return text(FakeDnsMadeEasy.KEY, FakeDnsMadeEasy.SECRET);
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(
        new BadLogin(text("wrong-key", FakeDnsMadeEasy.SECRET), "API key and the secret key"),
        new BadLogin(text(FakeDnsMadeEasy.KEY, "wrong-secret"), "API key and the secret key"));
  }

  @Override
  protected String permissionHint() {
    return "manage the zone";
  }

  @Test
  void the_signature_is_that_of_the_documentation() {
    assertThat(DnsMadeEasyDialect.signature("S", "Sun, 22 Nov 2026 00:46:56 GMT"))
        .isEqualTo("48cbee39e896ec403f7333c4df8ecfca5c1849e5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE"})
  void used_up_requests_are_waited_for_whatever_was_asked(String method) {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    FakeAnswer used = FakeDnsMadeEasy.error(400, "Rate limit exceeded");
    fake().failNext(request -> request.method().equals(method), 2, used);
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    cleanUp(challenge);
    assertThat(published(challenge)).isEmpty();
    List<String> dates =
        fake().requests().stream()
            .filter(request -> request.method().equals(method))
            .map(request -> request.header("x-dnsme-requestDate"))
            .toList();
    assertThat(dates.subList(0, 3)).as("each attempt is signed anew").doesNotHaveDuplicates();
  }

  @Test
  void a_record_that_somebody_made_in_between_is_no_trouble() {
    FakeProvider fake = fake();
    Challenge challenge = Bench.challenge("example.com", "1");
    FakeZone zone = fake.zones().add("example.com");
    fake.beforeNext(
        FakeRequest::isWrite,
        () ->
            fake.zones().foreign(zone, "TXT", challenge.validationName(), challenge.validation()));
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    cleanUp(challenge);
  }

  private static String text(String key, String secret) {
    return "dns_dnsmadeeasy_api_key = " + key + "\ndns_dnsmadeeasy_secret_key = " + secret + "\n";
  }
}
