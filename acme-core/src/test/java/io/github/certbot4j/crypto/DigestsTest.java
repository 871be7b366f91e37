package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestsTest {
  private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

  @Test
  void digests_are_the_published_ones() {
    assertThat(Digests.sha256Hex(ABC))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Digests.sha256Base64Url(ABC))
        .isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    assertThat(Digests.md5Hex(ABC)).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
  }

  @Test
  void the_dns_value_is_the_digest_of_the_key_authorization() {
    assertThat(Digests.dns01Value("abc")).isEqualTo(Digests.sha256Base64Url(ABC));
  }
}
