package io.github.certbot4j.dns.nsone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.contract.ProviderContract;
import io.github.certbot4j.spi.Challenge;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NsonePluginTest extends ProviderContract {

  @Override
  protected DnsPlugin plugin() {
    return new NsonePlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeNsone();
  }

  @Override
  protected String credentials() {
    return "dns_nsone_api_key = " + FakeNsone.KEY + "\n";
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(new BadLogin("dns_nsone_api_key = wrong-key\n", "API key right"));
  }

  @Override
  protected String permissionHint() {
    return "view and manage the zone";
  }

  @Test
  void answers_of_others_keep_their_ids() {
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    FakeRecord foreign = fake().zones().foreign(zone, "TXT", challenge.validationName(), "foreign");
    perform(challenge);
    cleanUp(challenge);
    assertThat(zone.byId(foreign.id())).contains(foreign);
  }

  @Test
  void a_record_that_somebody_made_in_between_is_added_to() {
    FakeZone zone = fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    fake()
        .beforeNext(
            request -> request.method().equals("PUT"),
            () -> fake().zones().foreign(zone, "TXT", challenge.validationName(), "foreign"));
    perform(challenge);
    assertThat(published(challenge)).containsExactlyInAnyOrder("foreign", challenge.validation());
    cleanUp(challenge);
    assertThat(published(challenge)).containsExactly("foreign");
  }
}
