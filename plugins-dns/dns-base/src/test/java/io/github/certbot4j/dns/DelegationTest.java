package io.github.certbot4j.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.contract.FakeZones;
import io.github.certbot4j.dns.contract.LogCapture;
import io.github.certbot4j.dns.contract.ZoneServer;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Validation names that are aliases, and files with several sets of credentials. */
final class DelegationTest {

  @TempDir private Path directory;

  /** What can be edited by the plugin. */
  private final FakeZones zones = new FakeZones();

  /** What the name servers say. */
  private final FakeZones published = new FakeZones();

  private final SimplePlugin plugin = new SimplePlugin(zones);
  private final LogCapture log = new LogCapture();
  private final Challenge challenge = Bench.challenge("www.example.com", "1");
  private Bench bench;
  private ZoneServer servers;

  @BeforeEach
  void start() {
    servers = new ZoneServer(published).nameServer("127.0.0.2", record -> true).start();
    bench =
        new Bench(directory)
            .variable("CERTBOT_DNS_RESOLVER", servers.resolver())
            .option(SimplePlugin.DECLARATION.propagationSeconds(), 0);
  }

  @AfterEach
  void stop() {
    servers.close();
    log.close();
  }

  @Test
  void an_alias_is_followed_to_the_zone_that_can_be_edited() {
    FakeZone domain = published.add("example.com");
    published.add("acme.example.net");
    published.foreign(domain, "CNAME", challenge.validationName(), "www.acme.example.net");
    zones.add("acme.example.net");
    Authenticator authenticator = bench.authenticator(plugin, "dns_simple_token = one");
    authenticator.perform(List.of(challenge));
    assertThat(zones.txt("www.acme.example.net")).containsExactly(challenge.validation());
    authenticator.cleanUp(List.of(challenge));
    assertThat(zones.txt("www.acme.example.net")).isEmpty();
  }

  @Test
  void two_names_may_be_delegated_to_one() {
    FakeZone domain = published.add("example.com");
    published.add("example.net");
    Challenge other = Bench.challenge("other.example.com", "2");
    for (Challenge each : List.of(challenge, other)) {
      published.foreign(domain, "CNAME", each.validationName(), "all.example.net");
    }
    zones.add("example.net");
    Authenticator authenticator = bench.authenticator(plugin, "dns_simple_token = one");
    authenticator.perform(List.of(challenge, other));
    assertThat(zones.txt("all.example.net"))
        .containsExactlyInAnyOrder(challenge.validation(), other.validation());
    authenticator.cleanUp(List.of(challenge, other));
    assertThat(zones.txt("all.example.net")).isEmpty();
  }

  @Test
  void if_the_aliased_zone_cannot_be_edited_the_name_itself_is_tried() {
    FakeZone domain = published.add("example.com");
    published.foreign(domain, "CNAME", challenge.validationName(), "x.elsewhere.example");
    zones.add("example.com");
    Authenticator authenticator = bench.authenticator(plugin, "dns_simple_token = one");
    authenticator.perform(List.of(challenge));
    assertThat(zones.txt(challenge.validationName())).containsExactly(challenge.validation());
    authenticator.cleanUp(List.of(challenge));
  }

  @Test
  void aliases_in_a_circle_are_told_and_not_followed() {
    FakeZone domain = published.add("example.com");
    published.foreign(domain, "CNAME", challenge.validationName(), "loop.example.com");
    published.foreign(domain, "CNAME", "loop.example.com", challenge.validationName());
    zones.add("example.com");
    Authenticator authenticator = bench.authenticator(plugin, "dns_simple_token = one");
    authenticator.perform(List.of(challenge));
    assertThat(zones.txt(challenge.validationName())).containsExactly(challenge.validation());
    assertThat(log.warnings()).singleElement().asString().contains("don't come to an end");
    authenticator.cleanUp(List.of(challenge));
  }

  @Test
  void each_zone_is_edited_with_the_credentials_of_its_section() {
    zones.add("example.com");
    zones.add("example.net");
    zones.add("sub.example.net");
    String file =
        """
        dns_simple_token = default-token
        [example.net]
        dns_simple_token = net-token
        [SUB.example.net.]
        dns_simple_token = sub-token
        """;
    Authenticator authenticator = bench.authenticator(plugin, file);
    List<Challenge> challenges =
        List.of(
            challenge,
            Bench.challenge("example.net", "2"),
            Bench.challenge("www.sub.example.net", "3"));
    authenticator.perform(challenges);
    assertThat(plugin.journal())
        .containsExactly(
            "default-token adds _acme-challenge.www.example.com",
            "net-token adds _acme-challenge.example.net",
            "sub-token adds _acme-challenge.www.sub.example.net");
    authenticator.cleanUp(challenges);
    assertThat(plugin.journal()).hasSize(6).filteredOn(l -> l.contains("deletes")).hasSize(3);
  }

  @Test
  void a_section_for_a_zone_does_not_serve_names_that_only_look_alike() {
    zones.add("notexample.com");
    Authenticator authenticator =
        bench.authenticator(plugin, "[example.com]\ndns_simple_token = one\n");
    Challenge other = Bench.challenge("notexample.com", "1");
    assertThatThrownBy(() -> authenticator.perform(List.of(other)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("notexample.com");
    assertThat(plugin.journal()).isEmpty();
  }

  @Test
  void the_section_of_the_aliased_zone_comes_before_that_of_the_name() {
    FakeZone domain = published.add("example.com");
    published.add("example.net");
    published.foreign(domain, "CNAME", challenge.validationName(), "x.example.net");
    zones.add("example.net");
    String file =
        "[example.com]\ndns_simple_token = com-token\n[example.net]\ndns_simple_token = net-token\n";
    Authenticator authenticator = bench.authenticator(plugin, file);
    authenticator.perform(List.of(challenge));
    assertThat(plugin.journal()).containsExactly("net-token adds x.example.net");
    authenticator.cleanUp(List.of(challenge));
  }

  @Test
  void a_name_can_be_delegated_to_a_service_that_has_credentials_for_each_name() {
    FakeZone domain = published.add("example.com");
    published.add("example.net");
    published.foreign(domain, "CNAME", challenge.validationName(), "x.example.net");
    zones.add("example.net");
    Authenticator authenticator =
        bench.authenticator(plugin, "[example.com]\ndns_simple_token = com-token\n");
    authenticator.perform(List.of(challenge));
    assertThat(plugin.journal()).containsExactly("com-token adds x.example.net");
    authenticator.cleanUp(List.of(challenge));
  }
}
