package io.github.certbot4j.dns.sakuracloud;

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

final class SakuraCloudPluginTest extends ProviderContract {

  @Override
  protected DnsPlugin plugin() {
    return new SakuraCloudPlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeSakuraCloud();
  }

  @Override
  protected String credentials() {
    return text(FakeSakuraCloud.TOKEN, FakeSakuraCloud.SECRET);
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(new BadLogin(text("wrong-token", FakeSakuraCloud.SECRET), "access token"));
  }

  @Override
  protected String permissionHint() {
    return "change the zone";
  }

  @Override
  protected boolean noticesConflicts() {
    return true;
  }

  @Test
  void hundreds_of_records_of_others_survive() {
    FakeZone zone = fake().zones().add("example.com");
    for (int i = 0; i < 300; i++) {
      fake().zones().foreign(zone, "A", "host" + i + ".example.com", "192.0.2.1");
    }
    List<String> before = fake().zones().snapshot();
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    cleanUp(challenge);
    assertThat(fake().zones().snapshot()).isEqualTo(before);
  }

  @Test
  void the_last_record_of_a_zone_can_go() {
    FakeZone zone = fake().zones().addEmpty("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    cleanUp(challenge);
    assertThat(zone.records()).isEmpty();
  }

  @Test
  void a_locked_zone_is_waited_for() {
    fake().zones().add("example.com");
    fake().failNext(FakeRequest::isWrite, 2, FakeAnswer.json(423, "{'error_msg':'locked'}"));
    Challenge challenge = Bench.challenge("example.com", "1");
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    cleanUp(challenge);
  }

  private static String text(String token, String secret) {
    return "dns_sakuracloud_api_token = "
        + token
        + "\ndns_sakuracloud_api_secret = "
        + secret
        + "\n";
  }
}
