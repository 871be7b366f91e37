package io.github.certbot4j.webserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.model.DomainName;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OfferedNamesTest {

  private final Set<String> asked = new LinkedHashSet<>();
  private final OfferedNames names =
      new OfferedNames(
          addresses -> {
            asked.addAll(addresses);
            Map<String, String> answers =
                new HashMap<>(
                    Map.of("203.0.113.7", "Mail.Example.com", "2001:db8::1", "localhost"));
            answers.keySet().retainAll(addresses);
            return answers;
          });

  @Test
  void names_are_lowered_and_listed_once_in_their_order() {
    List.of("b.example.com", "A.example.com", "a.example.com", "xn--bcher-kva.example")
        .forEach(names::addName);

    assertThat(offered())
        .containsExactly("b.example.com", "a.example.com", "xn--bcher-kva.example");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*.example.com",
        ".example.com",
        "www.example.*",
        "~^www\\.example\\.com$",
        "_",
        "",
        "localhost",
        "-a.example.com",
        "a-.example.com",
        "a..example.com",
        "a.example.com.",
        "under_score.example.com",
        "bücher.example",
        "192.0.2.1",
        "10.1",
        "a b.example.com"
      })
  void what_is_no_plain_name_is_left_out(String text) {
    names.addName(text);
    names.addHost(text);

    assertThat(offered()).isEmpty();
  }

  @Test
  void a_label_that_is_too_long_is_left_out() {
    names.addName("a".repeat(64) + ".example.com");

    assertThat(offered()).isEmpty();
  }

  @Test
  void hosts_of_addresses_that_are_names_are_offered() {
    names.addHost("www.example.com");
    names.addHost("*");
    names.addHost("_default_");

    assertThat(offered()).containsExactly("www.example.com");
  }

  @Test
  void only_public_addresses_are_looked_up() {
    for (String each :
        List.of(
            "203.0.113.7",
            "[2001:db8::1]",
            "127.0.0.1",
            "10.2.3.4",
            "172.20.0.1",
            "192.168.1.1",
            "169.254.1.1",
            "0.0.0.0",
            "224.0.0.1",
            "999.1.1.1",
            "[::]",
            "[::1]",
            "[fe80::1]",
            "[fd00::1]")) {
      names.addHost(each);
    }

    assertThat(offered()).containsExactly("mail.example.com");
    assertThat(asked).containsExactlyInAnyOrder("203.0.113.7", "2001:db8::1");
  }

  @Test
  void the_systems_resolver_gives_names_or_nothing() {
    Map<String, String> found =
        new SystemReverseLookup(Duration.ofSeconds(5)).names(Set.of("127.0.0.1", "::1"));

    assertThat(found).doesNotContainValue("127.0.0.1").doesNotContainValue("0:0:0:0:0:0:0:1");
  }

  private List<String> offered() {
    return names.names().stream().map(DomainName::ascii).toList();
  }
}
