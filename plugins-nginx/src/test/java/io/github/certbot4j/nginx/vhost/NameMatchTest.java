package io.github.certbot4j.nginx.vhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameMatchTest {

  @ParameterizedTest
  @CsvSource({
    "www.eff.org,www.eff.org *.org,EXACT,www.eff.org",
    "www.eff.org,*.eff.org .www.eff.org,EXACT,.www.eff.org",
    "www.eff.org,.www.eff.org www.eff.org,EXACT,www.eff.org",
    "www.eff.org,.eff.org *.org,LEADING_WILDCARD,.eff.org",
    "www.eff.org,www.eff.* *.www.eff.org,TRAILING_WILDCARD,www.eff.*",
    "www.eff.org,*.org www.eff.*,LEADING_WILDCARD,*.org",
    "www.eff.org,* ~^(www\\.)?eff,LEADING_WILDCARD,*",
    "www.eff.org,www.* ~^(www\\.)?eff,TRAILING_WILDCARD,www.*",
    "www.eff.org,~^(www\\.)?(eff.+) *.eff.*,REGEX,~^(www\\.)?(eff.+)",
    "a.b.eff.org,*.eff.org,LEADING_WILDCARD,*.eff.org",
    "a.b.eff.org,.eff.org,LEADING_WILDCARD,.eff.org",
    "a.example.com,A.Example.COM,EXACT,A.Example.COM",
    "a.x.com,~a,REGEX,~a",
    "sub.example.com,~^(?<x>[a-z]+)\\.example\\.com$,REGEX,~^(?<x>[a-z]+)\\.example\\.com$",
    "sub.example.com,~^(?P<a_b>[a-z]+)\\.example,REGEX,~^(?P<a_b>[a-z]+)\\.example",
    "www.example.co.uk,www.example.*,TRAILING_WILDCARD,www.example.*",
  })
  void the_best_name_is_found(String wanted, String names, NameMatch.Kind kind, String best) {
    assertThat(NameMatch.best(wanted, List.of(names.split(" "))))
        .contains(new NameMatch(kind, best));
  }

  @ParameterizedTest
  @CsvSource({
    "www.eff.org,eff.org test.www.eff.org",
    "eff.org,*.eff.org",
    "a.x.com,~x",
    "a.x.com,~A",
    "a.x.com,~(",
    "a.x.com,_",
    "www.example,www.example.*",
    "xeff.org,.eff.org",
    "a.x.com,",
  })
  void other_names_do_not_match(String wanted, String names) {
    List<String> all = names == null ? List.of("") : List.of(names.split(" "));
    assertThat(NameMatch.best(wanted, all)).isEqualTo(Optional.empty());
  }

  @Test
  void the_longest_wildcard_wins() {
    assertThat(NameMatch.best("a.b.c.com", List.of("*.com", "*.b.c.com", "*.c.com")))
        .contains(new NameMatch(NameMatch.Kind.LEADING_WILDCARD, "*.b.c.com"));
    assertThat(NameMatch.best("a.b.c.com", List.of("a.*", "a.b.*")))
        .contains(new NameMatch(NameMatch.Kind.TRAILING_WILDCARD, "a.b.*"));
  }
}
