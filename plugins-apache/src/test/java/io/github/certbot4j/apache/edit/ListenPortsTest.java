package io.github.certbot4j.apache.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListenPortsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80|443",
        "1.2.3.4:8080 80|443",
        "1.2.3.4:80 [::1]:80|1.2.3.4:443 [::1]:443",
        "1.2.3.4:80 1.2.3.4:81|1.2.3.4:443",
        "1.2.3.4:80 1.1.1.1:443|''",
        "1.2.3.4:8080 443|''",
        "*:80 1.2.3.4:81|443",
        "[::]:443|''",
        "''|443"
      })
  void a_port_is_listened_at_where_others_are(String existing, String added) {
    assertThat(ListenPorts.missing(words(existing), "443")).isEqualTo(words(added));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }
}
