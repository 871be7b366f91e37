package io.github.certbot4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

  @ParameterizedTest
  @CsvSource({
    "Example.COM, example.com",
    "example.com., example.com",
    "' a.test ', a.test",
    "*.A.test, *.a.test",
    "localhost, localhost",
    "a_b.test, a_b.test",
    "-a.test, -a.test",
    "xn--mnchen-3ya.test, xn--mnchen-3ya.test",
    "::1, ::1",
    "a.test:80, a.test:80",
    "256.1.1.1, 256.1.1.1",
    "08.1, 08.1",
    "1.2.3.4.5, 1.2.3.4.5",
    "foo.*.test, foo.*.test"
  })
  void names_are_normalised_and_left_to_the_ca_otherwise(String typed, String name) {
    assertThat(DomainName.parse(typed).ascii()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", ".", "a..test", ".a.test", "a.test..", "http://a.test", "HTTPS://a.test/",
        "10.0.0.1", "1", "127.1", "0x7f.1", "0377.1", "1.2.3.4", "münchen.test", "a b.test",
        "a\tb.test"
      })
  void what_cannot_be_a_dns_name_is_refused(String typed) {
    assertThatThrownBy(() -> DomainName.parse(typed))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("Requested name '");
  }

  @Test
  void labels_and_names_have_their_limits() {
    String label = "a".repeat(63);
    assertThat(DomainName.parse(label + ".test").ascii()).hasSize(68);
    assertThatThrownBy(() -> DomainName.parse("a" + label + ".test"))
        .hasMessageContaining("63 characters");
    String longest = String.join(".", label, label, label, label);
    assertThat(longest).hasSize(255);
    assertThat(DomainName.parse(longest).ascii()).hasSize(255);
    assertThatThrownBy(() -> DomainName.parse(longest + ".a"))
        .hasMessageContaining("255 characters");
  }

  @Test
  void a_wildcard_stands_for_the_names_below() {
    assertThat(DomainName.parse("*.a.test").isWildcard()).isTrue();
    assertThat(DomainName.parse("*.a.test").withoutWildcard()).isEqualTo("a.test");
    assertThat(DomainName.parse("a.test").isWildcard()).isFalse();
  }
}
