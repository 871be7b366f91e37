package io.github.certbot4j.apache.vhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.apache.config.ConfigFiles;
import io.github.certbot4j.apache.config.ConfigReader;
import io.github.certbot4j.apache.config.ServerFacts;
import io.github.certbot4j.apache.config.ServerVersion;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which virtual host a name means. */
final class VirtualHostsTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:*, 127.0.0.1:443, true",
    "127.0.0.1:443, 127.0.0.1:*, false",
    "*:443, *:80, false",
    "*:443, *:443, true",
    "_default_:443, *:443, true",
    "*:443, 127.0.0.1, true",
    "127.0.0.1, *:443, false",
    "*:443, _default_:443, false",
    "[::1]:443, [::1]:443, true",
    "[::1]:443, [::2]:443, false"
  })
  void addresses_conflict_when_one_takes_what_the_other_is_meant_for(
      String existing, String proposed, boolean conflict) {
    assertThat(Address.parse(existing).conflictsWith(Address.parse(proposed))).isEqualTo(conflict);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4:80, 1.2.3.4, 80",
    "1.2.3.4, 1.2.3.4, *",
    "1.2.3.4:*, 1.2.3.4, *",
    "[::1]:443, [::1], 443",
    "[::1], [::1], *",
    "*, *, *",
    "_default_:443, _default_, 443"
  })
  void addresses_are_read(String text, String host, String port) {
    assertThat(Address.parse(text)).isEqualTo(new Address(host, port));
  }

  @ParameterizedTest
  @CsvSource({
    "a.example, 1",
    "www.a.example, 2",
    "x.pattern.example, 3",
    "x.y.pattern.example, 3",
    "addressed.example, 4",
    "both.example, 6"
  })
  void the_best_is_chosen_by_name_then_pattern_then_address_and_rather_with_tls(
      String name, int place) {
    VirtualHosts hosts =
        hosts(
            "<VirtualHost *:80>\nServerName http://A.example:80\n</VirtualHost>",
            "<VirtualHost *:80>\nServerName www.a.example\n</VirtualHost>",
            "<VirtualHost *:80>\nServerAlias *.pattern.example\n</VirtualHost>",
            "<VirtualHost addressed.example:80>\n</VirtualHost>",
            "<VirtualHost *:80>\nServerName both.example\n</VirtualHost>",
            "<VirtualHost *:443>\nServerAlias both.example\n</VirtualHost>");
    assertThat(hosts.bestFor(DomainName.parse(name)))
        .hasValueSatisfying(host -> assertThat(host).isSameAs(hosts.all().get(place - 1)));
  }

  @Test
  void a_name_that_fits_nothing_has_no_best_one() {
    assertThat(
            hosts("<VirtualHost *:443>\nServerName a\n</VirtualHost>").bestFor(name("b.example")))
        .isEmpty();
  }

  @Test
  void a_pattern_with_brackets_is_no_pattern() {
    VirtualHosts hosts = hosts("<VirtualHost *:80>\nServerAlias [ab].example\n</VirtualHost>");
    assertThat(hosts.bestFor(name("a.example"))).isEmpty();
  }

  @Test
  void the_only_one_that_is_not_for_the_rest_is_a_candidate_for_every_name() {
    VirtualHosts hosts =
        hosts(
            "<VirtualHost _default_:443>\n</VirtualHost>",
            "<VirtualHost *:80>\nServerName zz\n</VirtualHost>");
    assertThat(choose(hosts, "a.example", ScriptedDisplay.unattended()))
        .containsExactly(hosts.all().get(1));
  }

  @Test
  void of_several_candidates_the_user_chooses() {
    VirtualHosts hosts = twoOthers();
    ScriptedDisplay user = ScriptedDisplay.answering("1");
    assertThat(choose(hosts, "a.example", user)).containsExactly(hosts.all().get(1));
    assertThat(user.shown())
        .anyMatch(text -> text.matches("1\\.conf +\\| Multiple Names +\\| +\\| Enabled"));
  }

  @Test
  void without_anybody_to_choose_it_is_said_how_to_make_it_plain() {
    assertThatThrownBy(() -> choose(twoOthers(), "a.example", ScriptedDisplay.unattended()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("No virtual host has the name a.example")
        .hasMessageContaining("ServerAlias");
    assertThatThrownBy(
            () ->
                choose(twoOthers(), "a.example", ScriptedDisplay.answering(ScriptedDisplay.CANCEL)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("No virtual host was chosen");
    assertThatThrownBy(() -> choose(hosts(""), "a.example", ScriptedDisplay.unattended()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("There is no virtual host");
  }

  @Test
  void a_choice_whose_copy_would_be_in_the_way_is_refused() {
    VirtualHosts hosts =
        hosts(
            "<VirtualHost *:80>\nServerName b\n</VirtualHost>",
            "<VirtualHost *:443>\nServerName c\n</VirtualHost>");
    assertThatThrownBy(() -> choose(hosts, "a.example", ScriptedDisplay.answering("0")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("get into the way of the one at");
  }

  @Test
  void a_wildcard_is_for_those_that_the_user_ticks_with_tls_first() {
    VirtualHosts hosts =
        hosts(
            "<VirtualHost *:80>\nServerName 1.wild.card\n</VirtualHost>",
            "<VirtualHost *:443>\nServerName 1.wild.card\n</VirtualHost>",
            "<VirtualHost *:80>\nServerName 2.wild.card\n</VirtualHost>",
            "<VirtualHost *:80>\nServerName 1.2.wild.card\n</VirtualHost>");
    String first = HostLine.severalLines(hosts.all().get(1));
    ScriptedDisplay user = ScriptedDisplay.answering(first);
    assertThat(choose(hosts, "*.wild.card", user)).containsExactly(hosts.all().get(1));
    assertThat(user.shown()).hasSize(3).contains(HostLine.severalLines(hosts.all().get(2)));
    assertThat(first).contains("Names: 1.wild.card", "Addresses: *:443", "HTTPS: Yes");
  }

  @Test
  void a_wildcard_needs_a_person_and_something_to_choose() {
    VirtualHosts hosts = hosts("<VirtualHost *:80>\nServerName 1.wild.card\n</VirtualHost>");
    assertThatThrownBy(() -> choose(hosts, "*.wild.card", ScriptedDisplay.unattended()))
        .isInstanceOf(FailureException.class);
    assertThatThrownBy(() -> choose(hosts, "*.other.card", ScriptedDisplay.unattended()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("No virtual host has a name that *.other.card stands for");
  }

  @Test
  void tls_is_told_from_the_port_or_from_the_engine_wherever_it_is_switched_on() {
    VirtualHosts hosts =
        hosts(
            "<VirtualHost *:8443>\n<IfModule mod_ssl.c>\nSSLEngine On\n</IfModule>\n</VirtualHost>",
            "<VirtualHost *:80>\nSSLEngine off\n</VirtualHost>",
            "<VirtualHost *:80 *:443>\n</VirtualHost>");
    assertThat(hosts.all()).extracting(VirtualHost::isSsl).containsExactly(true, false, true);
  }

  @Test
  void the_partner_for_http_has_the_same_names_or_fewer_or_none_at_the_same_addresses() {
    VirtualHosts hosts =
        hosts(
            "<VirtualHost *:443>\nServerName a\nServerAlias b\n</VirtualHost>",
            "<VirtualHost *:80>\nServerName b\n</VirtualHost>",
            "<VirtualHost *:80>\nServerName b\nServerAlias a\n</VirtualHost>",
            "<VirtualHost *:443>\nServerName c\nServerAlias b\n</VirtualHost>",
            "<VirtualHost *:80>\n</VirtualHost>",
            "<VirtualHost *:443>\nServerName d\n</VirtualHost>",
            "<VirtualHost 1.2.3.4:443>\nServerName e\n</VirtualHost>");
    assertThat(partner(hosts, 0)).contains(hosts.all().get(2));
    assertThat(partner(hosts, 3)).contains(hosts.all().get(1));
    assertThat(partner(hosts, 5)).contains(hosts.all().get(4));
    assertThat(partner(hosts, 6)).isEmpty();
  }

  private static Optional<VirtualHost> partner(VirtualHosts hosts, int place) {
    return hosts.plainPartner(hosts.all().get(place));
  }

  private VirtualHosts twoOthers() {
    return hosts(
        "<VirtualHost *:80>\nServerName b\n</VirtualHost>",
        "<VirtualHost *:80>\nServerName c\nServerAlias d\n</VirtualHost>");
  }

  private static List<VirtualHost> choose(VirtualHosts hosts, String name, Display user) {
    return new VirtualHostChooser(user).choose(hosts, name(name));
  }

  private static DomainName name(String text) {
    return DomainName.parse(text);
  }

  /** One file for each. */
  private VirtualHosts hosts(String... contents) {
    try {
      StringBuilder main = new StringBuilder();
      for (int i = 0; i < contents.length; i++) {
        Files.writeString(directory.resolve(i + ".conf"), contents[i] + "\n");
        main.append("Include ").append(i).append(".conf\n");
      }
      Files.writeString(directory.resolve("main"), main);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServerFacts facts =
        new ServerFacts(
            ServerVersion.parse("2.4"), Set.of("ssl_module"), Map.of(), List.of(), directory);
    return VirtualHosts.of(
        new ConfigReader(new ConfigFiles(), any -> Optional.empty())
            .read(directory.resolve("main"), facts, List.of()));
  }
}
