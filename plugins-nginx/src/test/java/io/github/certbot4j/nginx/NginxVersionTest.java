package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NginxVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1.0.2k,1.0.2l,-1",
    "1.0.2l,1.0.2l,0",
    "1.1.0,1.0.2l,1",
    "3.0.8,1.0.2l,1",
    "1.0.2,1.0.2l,-1",
    "1.0.10,1.0.2l,1"
  })
  void versions_of_openssl_are_compared_part_by_part(String one, String other, int order) {
    assertThat(Integer.signum(NginxVersion.compareLoosely(one, other))).isEqualTo(order);
  }

  @Test
  void the_library_it_runs_with_goes_before_the_one_it_was_built_with() {
    String text =
        "nginx version: nginx/1.9\nbuilt with OpenSSL 1.0.1 x (running with OpenSSL 1.1.0f 5)";
    assertThat(NginxVersion.parse(text).orElseThrow().openSsl()).contains("1.1.0f");
  }

  @Test
  void another_library_has_no_version_and_keeps_its_tickets() {
    NginxVersion version =
        NginxVersion.parse("nginx version: nginx/1.25.3\nbuilt with LibreSSL 3.8").orElseThrow();
    assertThat(version.openSsl()).isEmpty();
    assertThat(version.canDoWithoutTickets()).isFalse();
    assertThat(version.hasTls13()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1.13.0,true", "1.12.9,false", "1.13,true", "2,true", "1,false"})
  void version_numbers_are_compared_as_numbers(String version, boolean tls13) {
    assertThat(NginxVersion.parse("nginx version: nginx/" + version).orElseThrow().hasTls13())
        .isEqualTo(tls13);
  }

  @Test
  void every_version_of_the_tls_files_is_known_as_ours() throws Exception {
    List<String> known = TlsOptionFiles.resource("known-digests.txt").lines().toList();
    assertThat(known).doesNotHaveDuplicates().allMatch(line -> line.matches("[0-9a-f]{64}"));
    for (boolean tls13 : new boolean[] {true, false}) {
      for (boolean tickets : new boolean[] {true, false}) {
        assertThat(known).contains(sha256(TlsOptionFiles.options(tls13, tickets)));
      }
    }
    assertThat(known).contains(sha256(TlsOptionFiles.dhParameters()));
  }

  @Test
  void the_group_is_the_one_that_the_original_ships() throws Exception {
    assertThat(sha256(TlsOptionFiles.dhParameters()))
        .isEqualTo("9ba6429597aeed2d8617a7705b56e96d044f64b07971659382e426675105654b");
  }

  private static String sha256(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
