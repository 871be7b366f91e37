package io.github.certbot4j.dns.luadns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.contract.BadLogin;
import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.ProviderContract;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Challenge;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LuadnsPluginTest extends ProviderContract {

  @Override
  protected DnsPlugin plugin() {
    return new LuadnsPlugin();
  }

  @Override
  protected FakeProvider newFake() {
    return new FakeLuadns();
  }

  @Override
  protected String credentials() {
    return text(FakeLuadns.EMAIL, FakeLuadns.TOKEN);
  }

  @Override
  protected List<BadLogin> badLogins() {
    return List.of(
        new BadLogin(text(FakeLuadns.EMAIL, "wrong-token"), "the e-mail address and the token"),
        new BadLogin(text("x@y.z", FakeLuadns.TOKEN), "the e-mail address and the token"));
  }

  @Override
  protected String permissionHint() {
    return "may the key edit the zone";
  }

  @Test
  void an_account_whose_api_is_off_is_told_so() {
    fake().zones().add("example.com");
    ((FakeLuadns) fake()).switchApiOff();
    Challenge challenge = Bench.challenge("example.com", "1");
    assertThatThrownBy(() -> perform(challenge))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Is the API enabled");
    cleanUp(challenge);
  }

  @Test
  void the_header_is_that_of_the_documentation() {
    assertThat(BasicAuth.headers("a@b.c", "tok"))
        .containsEntry("Authorization", "Basic YUBiLmM6dG9r");
  }

  private static String text(String email, String token) {
    return "dns_luadns_email = " + email + "\ndns_luadns_token = " + token + "\n";
  }
}
