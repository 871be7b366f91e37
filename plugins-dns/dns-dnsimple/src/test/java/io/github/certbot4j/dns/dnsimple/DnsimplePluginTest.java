package io.github.certbot4j.dns.dnsimple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.contract.ProviderContract;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DnsimplePluginTest extends ProviderContract {

  private static final String LINE = "dns_dnsimple_token = ";

  @Override
  protected DnsPlugin plugin() {
    return new DnsimplePlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeDnsimple();
  }

  @Override
  protected String credentials() {
    return LINE + FakeDnsimple.TOKEN + "\n";
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(new BadLogin(LINE + "wrong-token\n", "API access token right"));
  }

  @Override
  protected String permissionHint() {
    return "edit the zone";
  }

  @Test
  void a_users_token_finds_the_account_that_has_the_zone() {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    Authenticator authenticator =
        bench().authenticator(plugin(), LINE + FakeDnsimple.USER_TOKEN + "\n");
    authenticator.perform(List.of(challenge));
    assertThat(published(challenge)).containsExactly(challenge.validation());
    authenticator.cleanUp(List.of(challenge));
    assertThat(published(challenge)).isEmpty();
  }

  @Test
  void a_token_that_sees_no_account_is_told_so() {
    Challenge challenge = Bench.challenge("example.com", "1");
    Authenticator authenticator =
        bench().authenticator(plugin(), LINE + FakeDnsimple.LONELY_TOKEN + "\n");
    assertThatThrownBy(() -> authenticator.perform(List.of(challenge)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("no account is visible");
    authenticator.cleanUp(List.of(challenge));
  }

  @Test
  void a_zone_whose_name_contains_the_wanted_one_is_not_taken() {
    FakeZone other = fake().zones().add("mysub.example.com");
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("sub.example.com", "1");
    perform(challenge);
    assertThat(zone.at(challenge.validationName(), "TXT")).hasSize(1);
    assertThat(other.at(challenge.validationName(), "TXT")).isEmpty();
    cleanUp(challenge);
  }

  @Test
  void a_spent_quota_is_waited_for_if_it_is_renewed_soon() {
    fake().zones().add("example.com");
    long reset = bench().clock().now().getEpochSecond() + 40;
    fake()
        .failNext(
            request -> true,
            1,
            FakeAnswer.json(429, "{'message':'quota exceeded'}")
                .with("X-RateLimit-Reset", Long.toString(reset)));
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    assertThat(Duration.between(fake().requests().get(0).time(), fake().requests().get(1).time()))
        .isBetween(Duration.ofSeconds(38), Duration.ofSeconds(42));
    cleanUp(challenge);
  }
}
