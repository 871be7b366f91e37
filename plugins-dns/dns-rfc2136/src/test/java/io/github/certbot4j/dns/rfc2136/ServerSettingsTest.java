package io.github.certbot4j.dns.rfc2136;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.credentials.Credentials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerSettingsTest {

  @Test
  void what_is_not_said_has_its_default() {
    ServerSettings settings = ServerSettings.of(set(Map.of()));
    assertThat(settings.port()).isEqualTo(53);
    assertThat(settings.signQueries()).isFalse();
    assertThat(ServerSettings.problem(set(Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"[2001:db8::1], 2001:db8::1", "192.0.2.1, 192.0.2.1", "ns.example, ns.example"})
  void servers_are_addresses_or_names(String text, String host) {
    assertThat(ServerSettings.of(set(Map.of("server", text))).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "algorithm, HMAC-SHA3, Unknown algorithm: HMAC-SHA3",
    "algorithm, sha256, Unknown algorithm: sha256",
    "port, 0, dns_rfc2136_port",
    "port, 65536, dns_rfc2136_port",
    "port, dns, dns_rfc2136_port",
    "secret, not*base64, dns_rfc2136_secret",
    "name, a..b, dns_rfc2136_name",
    "sign_query, maybe, dns_rfc2136_sign_query"
  })
  void wrong_values_are_told(String key, String value, String problem) {
    assertThat(ServerSettings.problem(set(Map.of(key, value))).orElseThrow()).contains(problem);
  }

  private static Credentials set(Map<String, String> more) {
    Map<String, String> values = new HashMap<>();
    values.put("server", "192.0.2.1");
    values.put("name", "key");
    values.put("secret", "c2VjcmV0");
    values.putAll(more);
    return new Credentials(Optional.empty(), "", values, List.of());
  }
}
