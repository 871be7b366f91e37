package io.github.certbot4j.dns.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.contract.ProviderContract;
import io.github.certbot4j.spi.Challenge;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DigitalOceanPluginTest extends ProviderContract {

  @Override
  protected DnsPlugin plugin() {
    return new DigitalOceanPlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeDigitalOcean();
  }

  @Override
  protected String credentials() {
    return "dns_digitalocean_token = " + FakeDigitalOcean.TOKEN + "\n";
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(new BadLogin("dns_digitalocean_token = wrong-token\n", "API token right"));
  }

  @Override
  protected String permissionHint() {
    return "scopes to edit domains";
  }

  @Test
  void a_validation_name_with_a_zone_of_its_own_is_its_apex() {
    fake().zones().add("example.com");
    FakeZone own = fake().zones().add("_acme-challenge.example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    assertThat(own.at("_acme-challenge.example.com", "TXT"))
        .extracting("value")
        .contains(challenge.validation());
    cleanUp(challenge);
    assertThat(own.at("_acme-challenge.example.com", "TXT"))
        .extracting("value")
        .doesNotContain(challenge.validation());
  }

  @Test
  void many_values_at_one_name_are_all_seen() {
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    for (int i = 0; i < 205; i++) {
      fake().zones().foreign(zone, "TXT", challenge.validationName(), "filler " + i);
    }
    fake().zones().foreign(zone, "TXT", challenge.validationName(), challenge.validation());
    perform(challenge);
    assertThat(published(challenge)).hasSize(206);
    cleanUp(challenge);
  }
}
