package io.github.certbot4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TlsTrustTest {

  @ParameterizedTest
  @CsvSource({
    "/r, /c, /s, /r",
    "'', /c, /s, /c",
    "'', '', /s, /s",
    ", /c, /s,   /c",
    ", , /s,     /s",
  })
  void the_first_bundle_that_is_named_counts(
      String requests, String curl, String openssl, Path bundle) {
    Map<String, String> environment = new HashMap<>();
    environment.put("REQUESTS_CA_BUNDLE", requests);
    environment.put("CURL_CA_BUNDLE", curl);
    environment.put("SSL_CERT_FILE", openssl);

    TlsTrust trust = TlsTrust.of(name -> Optional.ofNullable(environment.get(name)), true);

    assertThat(trust).isEqualTo(new TlsTrust(true, Optional.of(bundle)));
  }

  @Test
  void without_a_bundle_the_runtime_decides() {
    assertThat(TlsTrust.of(name -> Optional.empty(), true))
        .isEqualTo(new TlsTrust(true, Optional.empty()));
  }

  @Test
  void a_bundle_means_nothing_where_nothing_is_verified() {
    assertThat(TlsTrust.of(name -> Optional.of("/r"), false))
        .isEqualTo(new TlsTrust(false, Optional.empty()));
  }
}
