package io.github.certbot4j.it.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.rfc2136.Rfc2136Plugin;
import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugin for dynamic updates, with BIND as the judge of what it sends. */
class BindUpdatesIT {
  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private BindServer bind;

  @BeforeEach
  void start() throws IOException {
    bind = new BindServer(FileTree.directory(sandbox.path("named")));
  }

  @AfterEach
  void stop() {
    bind.close();
  }

  static Stream<String> algorithms() {
    return BindServer.ALGORITHMS.stream()
        .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void every_algorithm_works_in_upper_and_lower_case(String algorithm) {
    String key = "key-" + algorithm.toLowerCase(Locale.ROOT);
    publishesAndRemoves("www.example.test", key, "dns_rfc2136_algorithm = " + algorithm);
  }

  @Test
  void without_an_algorithm_the_key_is_one_of_hmac_md5() {
    publishesAndRemoves("www.example.test", "key-hmac-md5", "");
  }

  @ParameterizedTest
  @CsvSource({
    "www.sub.example.test, sub.example.test",
    "sub.example.test, sub.example.test",
    "notsub.example.test, example.test",
    "deleg.example.test, _acme-challenge.deleg.example.test",
    "closed.test, closed.test"
  })
  void the_deepest_zone_is_updated_also_one_of_the_validation_name(String name, String zone) {
    publishesAndRemoves(name, "key-hmac-sha256.", "dns_rfc2136_algorithm = HMAC-SHA256");
    assertThat(bind.log()).contains("updating zone '" + zone + "/IN': adding an RR");
  }

  @Test
  void signed_queries_work_from_the_first_on() {
    publishesAndRemoves(
        "closed.test",
        "key-hmac-sha256",
        "dns_rfc2136_algorithm = HMAC-SHA256\ndns_rfc2136_sign_query = true");
  }

  @Test
  void the_server_may_be_named() {
    Authenticator authenticator = authenticator("localhost", "key-hmac-md5", BindServer.SECRET, "");
    List<Challenge> challenges = List.of(Bench.challenge("www.example.test", "1"));
    authenticator.perform(challenges);
    assertThat(bind.txt("_acme-challenge.www.example.test")).hasSize(1);
    authenticator.cleanUp(challenges);
  }

  @Test
  void two_values_come_and_go_and_that_of_somebody_else_stays() {
    Challenge apex = Bench.challenge("example.test", "apex");
    Challenge wildcard = Bench.challenge("example.test", "wild");
    Authenticator authenticator = authenticator("127.0.0.1", "key-hmac-md5", BindServer.SECRET, "");
    authenticator.perform(List.of(apex, wildcard));
    assertThat(bind.txt("_acme-challenge.example.test"))
        .containsExactlyInAnyOrder("somebody else's", apex.validation(), wildcard.validation());
    authenticator.cleanUp(List.of(wildcard, apex));
    assertThat(bind.txt("_acme-challenge.example.test")).containsExactly("somebody else's");
  }

  @ParameterizedTest
  @CsvSource({
    "key-hmac-sha256, d3Jvbmcgc2VjcmV0, HMAC-SHA256, Is dns_rfc2136_secret right?",
    "unknown-key, right, HMAC-SHA256, Are dns_rfc2136_name and dns_rfc2136_algorithm those",
    "key-hmac-sha256, right, HMAC-SHA512, Are dns_rfc2136_name and dns_rfc2136_algorithm those",
    "powerless, right, HMAC-SHA256, May the key update TXT records"
  })
  void what_the_server_refuses_is_told_with_what_to_look_at(
      String key, String secret, String algorithm, String hint) {
    Authenticator authenticator =
        authenticator(
            "127.0.0.1",
            key,
            secret.equals("right") ? BindServer.SECRET : secret,
            "dns_rfc2136_algorithm = " + algorithm);
    List<Challenge> challenges = List.of(Bench.challenge("www.example.test", "1"));
    assertThatThrownBy(() -> authenticator.perform(challenges))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(hint);
    authenticator.cleanUp(challenges);
    assertThat(bind.txt("_acme-challenge.www.example.test")).isEmpty();
  }

  @Test
  void a_zone_of_another_server_is_not_found() {
    Authenticator authenticator = authenticator("127.0.0.1", "key-hmac-md5", BindServer.SECRET, "");
    List<Challenge> challenges = List.of(Bench.challenge("www.example.org", "1"));
    assertThatThrownBy(() -> authenticator.perform(challenges))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("www.example.org, example.org");
  }

  private void publishesAndRemoves(String name, String key, String more) {
    Authenticator authenticator = authenticator("127.0.0.1", key, BindServer.SECRET, more);
    Challenge challenge = Bench.challenge(name, "1");
    authenticator.perform(List.of(challenge));
    assertThat(updates()).isEqualTo(1);
    authenticator.cleanUp(List.of(challenge));
    assertThat(updates()).isEqualTo(2);
    assertThat(bind.txt("_acme-challenge." + name)).doesNotContain(challenge.validation());
  }

  /** How many changes of records the server made. */
  private long updates() {
    return bind.log()
        .lines()
        .filter(line -> line.contains("adding an RR") || line.contains("deleting an RR"))
        .count();
  }

  private Authenticator authenticator(String server, String key, String secret, String more) {
    Rfc2136Plugin plugin = new Rfc2136Plugin();
    return new Bench(sandbox.root())
        .option(plugin, "propagation_seconds", 0)
        .authenticator(
            plugin,
            """
            dns_rfc2136_server = %s
            dns_rfc2136_port = %d
            dns_rfc2136_name = %s
            dns_rfc2136_secret = %s
            """
                    .formatted(server, bind.port(), key, secret)
                + more
                + "\n");
  }
}
