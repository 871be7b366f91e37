package io.github.certbot4j.apache.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsOptionsTest {

  @ParameterizedTest
  @ValueSource(strings = {TlsOptions.WITH_TICKETS_OFF, TlsOptions.WITHOUT_TICKETS})
  void what_is_shipped_is_known_to_later_versions(String name) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(TlsOptions.resource(name));
    assertThat(TlsOptions.known())
        .contains(HexFormat.of().formatHex(digest))
        .hasSizeGreaterThan(17)
        .allMatch(line -> line.matches("[0-9a-f]{64}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {TlsOptions.WITH_TICKETS_OFF, TlsOptions.WITHOUT_TICKETS})
  void old_protocols_are_off_and_the_engine_is_on(String name) {
    String text = new String(TlsOptions.resource(name), StandardCharsets.US_ASCII);
    assertThat(text)
        .containsPattern("(?m)^SSLEngine on$")
        .containsPattern("(?m)^SSLProtocol +all -SSLv2 -SSLv3 -TLSv1 -TLSv1\\.1$")
        .containsPattern("(?m)^SSLHonorCipherOrder +off$");
    assertThat(text.contains("SSLSessionTickets"))
        .isEqualTo(name.equals(TlsOptions.WITH_TICKETS_OFF));
  }

  @ParameterizedTest
  @CsvSource({
    "OpenSSL 1.0.2k-fips  26 Jan 2017, false",
    "OpenSSL 1.0.2l  25 May 2017, true",
    "OpenSSL 1.0.2  x, false",
    "OpenSSL 1.1.0  x, true",
    "OpenSSL 3.0.13 30 Jan 2024, true",
    "OpenSSL 0.9.8zh 3 Dec 2015, false"
  })
  void versions_are_found_in_program_files(String text, boolean enough) {
    OpensslVersion found = OpensslVersion.in("\0\1mod_ssl OpenSSL x\0" + text + "\0").orElseThrow();
    assertThat(found.compareTo(new OpensslVersion(1, 0, 2, "l")) >= 0).isEqualTo(enough);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OpenSSL", "OpenSSL 3.0", "LibreSSL 3.0.1 x"})
  void a_file_without_a_version_has_none(String text) {
    assertThat(OpensslVersion.in(text)).isEmpty();
  }
}
