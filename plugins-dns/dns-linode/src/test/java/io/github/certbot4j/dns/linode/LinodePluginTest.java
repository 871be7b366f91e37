package io.github.certbot4j.dns.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.contract.ProviderContract;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinodePluginTest extends ProviderContract {

  private static final String KEY_LINE = "dns_linode_key = " + FakeLinode.TOKEN + "\n";

  @Override
  protected DnsPlugin plugin() {
    return new LinodePlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeLinode();
  }

  @Override
  protected String credentials() {
    return KEY_LINE;
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(new BadLogin("dns_linode_key = wrong-token\n", "token right"));
  }

  @Override
  protected String permissionHint() {
    return "read and write Domains";
  }

  @Override
  protected int manyRecords() {
    return 600;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dns_linode_version =\n", "dns_linode_version = 4\n"})
  void version_4_is_spoken_whether_it_is_named_or_not(String line) {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    Authenticator authenticator = bench().authenticator(plugin(), KEY_LINE + line);
    authenticator.perform(List.of(challenge));
    assertThat(published(challenge)).containsExactly(challenge.validation());
    authenticator.cleanUp(List.of(challenge));
  }

  @ParameterizedTest
  @CsvSource({"3, was shut down", "5, not a version", "x, not a version"})
  void other_versions_are_refused_before_anything_is_asked(String version, String words) {
    Authenticator authenticator =
        bench().authenticator(plugin(), KEY_LINE + "dns_linode_version = " + version + "\n");
    Challenge challenge = Bench.challenge("example.com", "1");
    assertThatThrownBy(() -> authenticator.perform(List.of(challenge)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(words);
    assertThatCode(() -> authenticator.cleanUp(List.of(challenge))).doesNotThrowAnyException();
    assertThat(fake().requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'errors':[{'reason':'Linode busy.'}]}", "<html>400</html>"})
  void being_busy_passes_by(String body) {
    fake().zones().add("example.com");
    Challenge challenge = Bench.challenge("example.com", "1");
    fake().failNext(request -> true, 2, FakeAnswer.json(400, body));
    fake().failNext(FakeRequest::isWrite, 1, FakeAnswer.json(400, body));
    perform(challenge);
    assertThat(published(challenge)).containsExactly(challenge.validation());
    cleanUp(challenge);
  }

  @Test
  void maintenance_is_not_waited_for() {
    fake().zones().add("example.com");
    FakeAnswer closed =
        FakeAnswer.json(503, "{'errors':[{'reason':'Maintenance'}]}")
            .with("X-Maintenance-Mode", "Linode is down");
    fake().failNext(request -> true, 1, closed);
    Challenge challenge = Bench.challenge("example.com", "1");
    assertThatThrownBy(() -> perform(challenge))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Maintenance");
    assertThat(fake().requests()).hasSize(1);
    cleanUp(challenge);
  }

  @Test
  void a_zone_that_is_a_copy_is_passed_over_for_the_one_above() {
    FakeZone parent = fake().zones().add("example.com");
    fake().zones().add("copy.example.com");
    Challenge challenge = Bench.challenge("www.copy.example.com", "1");
    perform(challenge);
    assertThat(parent.at(challenge.validationName(), "TXT")).hasSize(1);
    cleanUp(challenge);
  }
}
