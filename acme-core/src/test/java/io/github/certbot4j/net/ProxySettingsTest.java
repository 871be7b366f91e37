package io.github.certbot4j.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxySettingsTest {

  private static final URI HTTPS = URI.create("https://acme.example.org/dir");

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY=http://p:1,                     https://a.org/, p:1",
    "HTTPS_PROXY=http://p:1,                     http://a.org/,  ''",
    "HTTP_PROXY=http://p:1,                      https://a.org/, ''",
    "HTTP_PROXY=http://p:1,                      http://a.org/,  p:1",
    "ALL_PROXY=http://p:1,                       https://a.org/, p:1",
    "ALL_PROXY=http://p:1,                       http://a.org/,  p:1",
    "ALL_PROXY=http://p:1 HTTPS_PROXY=http://q:2, https://a.org/, q:2",
    "https_proxy=http://p:1 HTTPS_PROXY=http://q:2, https://a.org/, p:1",
    "https_proxy= HTTPS_PROXY=http://q:2,        https://a.org/, ''",
    "https_proxy= ALL_PROXY=http://q:2,          https://a.org/, q:2",
    "HTTPS_PROXY=p:3128,                         https://a.org/, p:3128",
    "HTTPS_PROXY=p,                              https://a.org/, p:80",
    "HTTPS_PROXY=http://p:1/,                    HTTPS://a.org/, p:1",
    "HTTPS_PROXY=http://[::1]:8080,              https://a.org/, ::1:8080",
    "'',                                         https://a.org/, ''",
  })
  void the_variable_for_the_scheme_counts(String variables, URI target, String proxy) {
    assertThat(settings(variables).proxyFor(target).map(HttpProxy::toString).orElse(""))
        .isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "a.org,             https://a.org/,          true",
    "a.org,             https://A.ORG/,          true",
    "a.org,             https://www.a.org/,      true",
    ".a.org,            https://www.a.org/,      true",
    ".a.org,            https://a.org/,          true",
    "*.a.org,           https://www.a.org/,      true",
    "a.org,             https://bada.org/,       false",
    "b.org;a.org,       https://a.org/,          true",
    "b.org; a.org,      https://a.org/,          true",
    "*,                 https://a.org/,          true",
    "a.org:443,         https://a.org/,          true",
    "a.org:14000,       https://a.org:14000/dir, true",
    "a.org:14000,       https://a.org:15000/dir, false",
    "localhost,         https://localhost:1/,    true",
    "127.0.0.1,         https://127.0.0.1:1/,    true",
    "127.0.0.1:2,       https://127.0.0.1:1/,    false",
    "10.0.0.0/8,        https://10.200.1.1/,     true",
    "10.0.0.0/8,        https://11.200.1.1/,     false",
    "10.1.2.128/25,     https://10.1.2.127/,     false",
    "0.0.0.0/0,         https://10.1.2.127/,     true",
    "10.0.0.0/33,       https://10.0.0.0/,       false",
    "10.0.0.0/x,        https://10.0.0.0/,       false",
    "0.1,               https://10.0.0.1/,       false",
    "::1,               'https://[::1]:1/',      true",
    "'',                https://a.org/,          false",
    ";;,                https://a.org/,          false",
  })
  void no_proxy_lists_hosts_with_what_is_below_them(String list, URI target, boolean direct) {
    ProxySettings settings =
        settings(Map.of("ALL_PROXY", "http://p:1", "NO_PROXY", list.replace(';', ',')));

    assertThat(settings.proxyFor(target).isEmpty()).isEqualTo(direct);
  }

  @Test
  void lower_case_no_proxy_wins() {
    ProxySettings settings =
        settings("ALL_PROXY=http://p:1 no_proxy=b.org NO_PROXY=acme.example.org");

    assertThat(settings.proxyFor(HTTPS)).isPresent();
  }

  @Test
  void user_and_password_are_decoded_and_sent_but_not_shown() {
    HttpProxy proxy =
        settings("HTTPS_PROXY=http://us%40er:p+%3Ass@p:1").proxyFor(HTTPS).orElseThrow();

    // us@er:p+:ss
    assertThat(proxy.credentials()).contains("Basic dXNAZXI6cCs6c3M=");
    assertThat(proxy.toString()).isEqualTo("p:1");
  }

  @Test
  void a_user_without_password_has_an_empty_one() {
    HttpProxy proxy = settings("HTTPS_PROXY=http://user@p:1").proxyFor(HTTPS).orElseThrow();

    assertThat(proxy.credentials()).contains("Basic dXNlcjo=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://u:secret@p:1",
        "https://u:secret@p:1",
        "http://u:secret@",
        "http://u:sec ret@p:1",
        "http://u:secret@p:port",
        "http:///secret",
        "http://u:secret%zz@p:1",
      })
  void another_kind_of_proxy_is_refused_without_quoting_it(String value) {
    ProxySettings settings = settings(Map.of("https_proxy", value));

    assertThatThrownBy(() -> settings.proxyFor(HTTPS))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageContaining("http://host:port")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void without_variables_there_is_no_proxy() {
    assertThat(ProxySettings.NONE.proxyFor(HTTPS)).isEmpty();
  }

  private static ProxySettings settings(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ")) {
      int sign = variable.indexOf('=');
      if (sign > 0) {
        environment.put(variable.substring(0, sign), variable.substring(sign + 1));
      }
    }
    return settings(environment);
  }

  private static ProxySettings settings(Map<String, String> environment) {
    return ProxySettings.of(name -> Optional.ofNullable(environment.get(name)));
  }
}
