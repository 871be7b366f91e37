package io.github.certbot4j.dns.ovh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.ProviderContract;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OvhPluginTest extends ProviderContract {

  private static final String BASE = "https://eu.api.ovh.com/1.0/domain/zone/";

  @Override
  protected DnsPlugin plugin() {
    return new OvhPlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeOvh();
  }

  @Override
  protected String credentials() {
    return text(
        "ovh-eu", FakeOvh.APPLICATION_KEY, FakeOvh.APPLICATION_SECRET, FakeOvh.CONSUMER_KEY);
  }

  @Override
  protected List<BadLogin> badLogins() {
    String key = FakeOvh.APPLICATION_KEY;
    String secret = FakeOvh.APPLICATION_SECRET;
    String consumer = FakeOvh.CONSUMER_KEY;
    return List.of(
        new BadLogin(text("ovh-eu", key, "wrong-secret", consumer), "application secret right"),
        new BadLogin(text("ovh-eu", "wrong-key", secret, consumer), "application key and"),
        new BadLogin(text("ovh-eu", key, secret, "wrong-consumer"), "the consumer key right"));
  }

  @Override
  protected String permissionHint() {
    return "/domain/zone/*";
  }

  @Override
  protected int requestsBeforeLogin() {
    return 1;
  }

  @Override
  protected boolean changesRecords(FakeRequest request) {
    return request.isWrite() && !request.path().endsWith("/refresh");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "GET||-|$1$1baa2600f649fbb90f1eca50d174bfef71c9f368",
        "GET|example.com/record?fieldType=TXT&subDomain=_acme-challenge.sub|-"
            + "|$1$f8ed45a8297536f0cdeefe96cea773fecf13046b",
        "POST|example.com/record|{\"fieldType\":\"TXT\",\"subDomain\":\"_acme-challenge.sub\","
            + "\"target\":\"VALUE-0_x\",\"ttl\":60}|$1$bcd411cd639d1373ff53db8208a806bbbe79ddc6",
        "POST|example.com/refresh|-|$1$61215316aadedcddd326a74335c0ffe974dadd3c",
        "DELETE|example.com/record/1|-|$1$e3204a75f8ca82279482bf61bac53a418f98a0c6",
      })
  void requests_are_signed_as_documented(
      String method, String path, String body, String signature) {
    String url = BASE + (path == null ? "" : path);
    String request = String.join("+", method, url, body == null ? "" : body, "1700000000");
    assertThat(OvhDialect.signature("AS", "CK", request)).isEqualTo(signature);
  }

  @Test
  void changes_go_live_with_one_refresh_for_all_of_a_zone() {
    fake().zones().add("example.com");
    Challenge one = Bench.challenge("a.example.com", "1");
    Challenge other = Bench.challenge("b.example.com", "2");
    perform(one, other);
    FakeOvh fake = (FakeOvh) fake();
    assertThat(fake.live("example.com")).contains(one.validation(), other.validation());
    assertThat(refreshes()).isEqualTo(1);
    cleanUp(one, other);
    assertThat(fake.live("example.com")).doesNotContain(one.validation(), other.validation());
    assertThat(refreshes()).isEqualTo(2);
  }

  @Test
  void rights_for_one_zone_are_enough() {
    fake().zones().add("example.com");
    ((FakeOvh) fake()).grantOnly("example.com");
    Challenge challenge = Bench.challenge("deep.www.example.com", "1");
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    cleanUp(challenge);
  }

  @Test
  void the_endpoint_of_another_country_is_asked_if_it_is_named() {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    Authenticator authenticator =
        bench().authenticator(plugin(), credentials().replace("ovh-eu", "ovh-ca"));
    authenticator.perform(List.of(challenge));
    assertThat(fake().requests()).extracting(FakeRequest::host).containsOnly("ca.api.ovh.com");
    authenticator.cleanUp(List.of(challenge));
  }

  @Test
  void an_unknown_endpoint_is_told_with_those_that_there_are() {
    Challenge challenge = Bench.challenge("example.com", "1");
    Authenticator authenticator =
        bench().authenticator(plugin(), credentials().replace("ovh-eu", "ovh-mars"));
    assertThatThrownBy(() -> authenticator.perform(List.of(challenge)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("dns_ovh_endpoint")
        .hasMessageContaining("soyoustart-ca");
    assertThat(fake().requests()).isEmpty();
    authenticator.cleanUp(List.of(challenge));
  }

  private long refreshes() {
    return fake().requests().stream().filter(each -> each.path().endsWith("/refresh")).count();
  }

  private static String text(String endpoint, String key, String secret, String consumer) {
    return "dns_ovh_endpoint = "
        + endpoint
        + "\ndns_ovh_application_key = "
        + key
        + "\ndns_ovh_application_secret = "
        + secret
        + "\ndns_ovh_consumer_key = "
        + consumer
        + "\n";
  }
}
