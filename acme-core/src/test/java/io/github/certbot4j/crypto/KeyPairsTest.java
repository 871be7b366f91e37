package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.KeySpec;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyPairsTest {
  private static final KeySpec RSA_SPEC = new KeySpec.Rsa(2048);
  private static final KeyPair RSA = KeyPairs.generate(RSA_SPEC);

  @ParameterizedTest
  @EnumSource
  void ecdsa_pairs_survive_their_file(KeySpec.Curve curve) throws IOException {
    KeyPair keys = KeyPairs.generate(new KeySpec.Ecdsa(curve));
    String pem = KeyPairs.toPkcs8Pem(keys);
    assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(keyInfo(pem).parsePrivateKey()).isNotNull();
    assertSame(KeyPairs.fromPem(pem), keys);
    assertThat(KeyPairs.specOf(keys.getPublic())).contains(new KeySpec.Ecdsa(curve));
    assertThat(KeyPairs.specOfPem(pem)).contains(new KeySpec.Ecdsa(curve));
  }

  @Test
  void rsa_pairs_survive_their_file() {
    String pem = KeyPairs.toPkcs8Pem(RSA);
    assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertSame(KeyPairs.fromPem(pem), RSA);
    assertThat(KeyPairs.specOf(RSA.getPublic())).contains(RSA_SPEC);
    assertThat(((RSAPublicKey) RSA.getPublic()).getPublicExponent()).isEqualTo(65537);
  }

  @ParameterizedTest
  @EnumSource
  void a_public_point_left_out_is_computed(KeySpec.Curve curve) {
    KeyPair keys = KeyPairs.generate(new KeySpec.Ecdsa(curve));
    byte[] withoutPoint = keys.getPrivate().getEncoded();
    assertThat(withoutPoint)
        .hasSizeLessThan(Pem.decode(KeyPairs.toPkcs8Pem(keys)).get(0).der().length);
    assertSame(KeyPairs.fromPem(Pem.encode("PRIVATE KEY", withoutPoint)), keys);
  }

  @Test
  void the_traditional_rsa_form_is_read() throws IOException {
    byte[] inner = keyInfo(KeyPairs.toPkcs8Pem(RSA)).getPrivateKey().getOctets();
    assertSame(KeyPairs.fromPem(Pem.encode("RSA PRIVATE KEY", inner)), RSA);
  }

  @Test
  void the_traditional_ec_form_is_read_after_its_parameters() throws IOException {
    KeyPair keys = KeyPairs.generate(TestCertificate.P256);
    BigInteger value = ((ECPrivateKey) keys.getPrivate()).getS();
    byte[] inner =
        new org.bouncycastle.asn1.sec.ECPrivateKey(256, value, X9ObjectIdentifiers.prime256v1)
            .getEncoded();
    String parameters = Pem.encode("EC PARAMETERS", X9ObjectIdentifiers.prime256v1.getEncoded());
    assertSame(KeyPairs.fromPem(parameters + Pem.encode("EC PRIVATE KEY", inner)), keys);
  }

  @Test
  void encrypted_keys_are_refused_with_what_to_do() {
    String traditional =
        """
        -----BEGIN RSA PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED

        AQID
        -----END RSA PRIVATE KEY-----
        """;
    String pkcs8 = Pem.encode("ENCRYPTED PRIVATE KEY", new byte[] {0x30, 0});
    for (String pem : List.of(traditional, pkcs8)) {
      assertThatThrownBy(() -> KeyPairs.fromPem(pem))
          .isInstanceOf(CryptoException.class)
          .hasMessage("The private key is encrypted; decrypt it first, e.g. with 'openssl pkey'.");
    }
  }

  @Test
  void keys_of_other_kinds_are_refused() throws GeneralSecurityException {
    KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String pem = Pem.encode("PRIVATE KEY", edwards.getPrivate().getEncoded());
    assertThatThrownBy(() -> KeyPairs.fromPem(pem))
        .isInstanceOf(CryptoException.class)
        .hasMessageContaining("neither RSA nor on a named elliptic curve");
    assertThatThrownBy(() -> KeyPairs.toPkcs8Pem(edwards)).isInstanceOf(CryptoException.class);
    assertThat(KeyPairs.specOf(edwards.getPublic())).isEmpty();
  }

  @Test
  void an_unknown_curve_is_named() {
    byte[] algorithm =
        DerWriter.sequence(
            DerWriter.oid(Oids.EC_PUBLIC_KEY), DerWriter.oid(Oid.of("1.3.132.0.10")));
    byte[] key = DerWriter.sequence(DerWriter.integer(0), algorithm, DerWriter.octets(new byte[0]));
    assertThatThrownBy(() -> KeyPairs.fromPem(Pem.encode("PRIVATE KEY", key)))
        .isInstanceOf(CryptoException.class)
        .hasMessageContaining("1.3.132.0.10");
  }

  @Test
  void a_private_value_out_of_range_is_refused() {
    byte[] inner = DerWriter.sequence(DerWriter.integer(1), DerWriter.octets(new byte[32]));
    byte[] key =
        DerWriter.sequence(
            DerWriter.integer(0), NamedCurve.P256.algorithmIdentifier(), DerWriter.octets(inner));
    assertThatThrownBy(() -> KeyPairs.fromPem(Pem.encode("PRIVATE KEY", key)))
        .isInstanceOf(CryptoException.class)
        .hasMessageContaining("out of the curve's range");
  }

  @Test
  void a_text_without_a_key_is_refused() {
    assertThatThrownBy(() -> KeyPairs.fromPem("hello"))
        .isInstanceOf(CryptoException.class)
        .hasMessage("No private key found: no block BEGIN PRIVATE KEY.");
  }

  private static void assertSame(KeyPair actual, KeyPair expected) {
    assertThat(actual.getPublic()).isEqualTo(expected.getPublic());
    if (expected.getPrivate() instanceof ECPrivateKey ec) {
      assertThat(((ECPrivateKey) actual.getPrivate()).getS()).isEqualTo(ec.getS());
    } else {
      assertThat(actual.getPrivate()).isEqualTo(expected.getPrivate());
    }
  }

  private static PrivateKeyInfo keyInfo(String pem) {
    return PrivateKeyInfo.getInstance(Pem.decode(pem).get(0).der());
  }
}
