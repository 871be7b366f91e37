package io.github.certbot4j.dns.cloudxns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.contract.ProviderContract;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.PluginUnusableException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract holds for it as for all, though it refuses to be prepared. */
final class CloudxnsPluginTest extends ProviderContract {

  private static final String DATE = "Sun Nov 22 00:45:59 2026";

  @Override
  protected DnsPlugin plugin() {
    return new CloudxnsPlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeCloudxns();
  }

  @Override
  protected String credentials() {
    return text(FakeCloudxns.KEY, FakeCloudxns.SECRET);
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(
        new BadLogin(text("wrong-key", FakeCloudxns.SECRET), "API key and the secret key"),
        new BadLogin(text(FakeCloudxns.KEY, "wrong-secret"), "API key and the secret key"));
  }

  @Override
  protected String permissionHint() {
    return "edit the zone";
  }

  @Test
  void it_says_that_the_service_is_closed_before_it_tries_anything() {
    Authenticator authenticator = bench().authenticator(plugin(), credentials());
    assertThatThrownBy(authenticator::prepare)
        .isInstanceOf(PluginUnusableException.class)
        .hasMessageContaining("closed down");
    assertThat(plugin().description()).contains("closed");
    assertThat(fake().requests()).isEmpty();
  }

  @Test
  void pages_that_are_shorter_than_wanted_are_all_read() {
    FakeZone zone = fake().zones().add("example.com");
    for (int i = 0; i < 250; i++) {
      fake().zones().foreign(zone, "A", "host" + i + ".example.com", "192.0.2.1");
    }
    Challenge challenge = Bench.challenge("example.com", "1");
    fake().zones().foreign(zone, "TXT", challenge.validationName(), challenge.validation());
    perform(challenge);
    assertThat(writes()).as("it is there already").isEmpty();
    cleanUp(challenge);
    assertThat(published(challenge)).isEmpty();
  }

  @Test
  void requests_are_signed_as_documented() {
    String url = "https://www.cloudxns.net/api2/domain";
    assertThat(CloudxnsDialect.signature("K" + url + DATE + "S"))
        .isEqualTo("29c028de40ffbd43c3ec36e39a5ff6a2");
    String body = "{\"login_token\": \"K,S\", \"format\": \"json\"}";
    assertThat(CloudxnsDialect.signature("K" + url + body + DATE + "S"))
        .isEqualTo("07b4dc9eb01f7a470917b639ee7772c4");
  }

  private static String text(String key, String secret) {
    return "dns_cloudxns_api_key = " + key + "\ndns_cloudxns_secret_key = " + secret + "\n";
  }
}
