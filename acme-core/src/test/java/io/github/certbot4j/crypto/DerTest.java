package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;

class DerTest {
  @Property
  void integers_are_the_same_for_bouncy_castle(@ForAll BigInteger value) throws IOException {
    byte[] der = new ASN1Integer(value).getEncoded();
    assertThat(DerWriter.integer(value)).isEqualTo(der);
    assertThat(DerReader.of(der).integer()).isEqualTo(value);
  }

  @Property
  void object_identifiers_are_the_same_for_bouncy_castle(
      @ForAll @IntRange(max = 2) int top,
      @ForAll @IntRange(max = 39) int second,
      @ForAll @LongRange(min = 0) long third)
      throws IOException {
    String dotted = top + "." + second + "." + third + ".5";
    byte[] der = new ASN1ObjectIdentifier(dotted).getEncoded();
    assertThat(DerWriter.oid(Oid.of(dotted))).isEqualTo(der);
    assertThat(DerReader.of(der).oid()).isEqualTo(Oid.of(dotted)).hasToString(dotted);
  }

  @Property(tries = 200)
  void lengths_are_the_same_for_bouncy_castle(@ForAll @IntRange(max = 70_000) int length)
      throws IOException {
    byte[] der = new DEROctetString(new byte[length]).getEncoded();
    assertThat(DerWriter.octets(new byte[length])).isEqualTo(der);
    assertThat(DerReader.of(der).contents(DerTag.OCTET_STRING)).hasSize(length);
  }

  @Example
  void an_element_cannot_reach_beyond_the_one_around_it() {
    DerReader inner = DerReader.of(new byte[] {0x30, 2, 0x04, 1, 7}).enter(DerTag.SEQUENCE);
    assertThatThrownBy(() -> inner.contents(DerTag.OCTET_STRING))
        .isInstanceOf(CryptoException.class)
        .hasMessageContaining("longer than what is there");
  }

  @Example
  void a_length_beyond_all_memory_is_refused() {
    byte[] der = {0x04, (byte) 0x84, -1, -1, -1, -1};
    assertThatThrownBy(() -> DerReader.of(der).skip()).isInstanceOf(CryptoException.class);
  }

  @Example
  void the_two_digit_year_turns_at_fifty() {
    assertThat(utcTime("491231235959Z")).isEqualTo(Instant.parse("2049-12-31T23:59:59Z"));
    assertThat(utcTime("500101000000Z")).isEqualTo(Instant.parse("1950-01-01T00:00:00Z"));
  }

  @Example
  void times_of_another_form_are_refused() {
    for (String text : new String[] {"2601020304Z", "260102030405+", "26010203040AZ", ""}) {
      assertThatThrownBy(() -> utcTime(text))
          .isInstanceOf(CryptoException.class)
          .hasMessageContaining("form");
    }
    assertThatThrownBy(() -> utcTime("260230000000Z"))
        .isInstanceOf(CryptoException.class)
        .hasMessageContaining("does not exist");
  }

  private static Instant utcTime(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    return DerTime.read(DerReader.of(DerWriter.element(DerTag.UTC_TIME, ascii)));
  }
}
