package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.github.certbot4j.model.KeySpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKeysTest {
  /** A key that was made for tests only; its id and thumbprint come from other programs. */
  private static final Map<String, String> RSA_JWK = rsaJwk();

  @Test
  void the_id_is_the_digest_of_the_public_key_text() {
    assertThat(AccountKeys.id(AccountKeys.fromJwk(RSA_JWK).getPublic()))
        .isEqualTo("683137f3cc197d49b72b75c5ccd1a2de");
  }

  @Test
  void the_rsa_thumbprint_is_that_of_rfc_7638() {
    assertThat(AccountKeys.thumbprint(AccountKeys.fromJwk(RSA_JWK).getPublic()))
        .isEqualTo("XjmXE68v-kq4cLQA723ZyMJk_87ixLFQJGiGYw8gEn0");
  }

  @Test
  void rsa_members_survive_with_their_order() {
    Map<String, String> members = AccountKeys.toJwk(AccountKeys.fromJwk(RSA_JWK));
    assertThat(List.copyOf(members.entrySet())).isEqualTo(List.copyOf(RSA_JWK.entrySet()));
  }

  @ParameterizedTest
  @EnumSource
  void ecdsa_members_survive(KeySpec.Curve curve) {
    KeyPair keys = KeyPairs.generate(new KeySpec.Ecdsa(curve));
    KeyPair again = AccountKeys.fromJwk(AccountKeys.toJwk(keys));
    assertThat(again.getPublic()).isEqualTo(keys.getPublic());
    assertThat(KeyPairs.toPkcs8Pem(again)).isEqualTo(KeyPairs.toPkcs8Pem(keys));
  }

  /** The key of RFC 7517 appendix A.2; the thumbprint was computed with another library. */
  @Test
  void the_ecdsa_thumbprint_is_that_of_rfc_7638() {
    KeyPair keys =
        AccountKeys.fromJwk(
            Map.of(
                "kty", "EC",
                "crv", "P-256",
                "x", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
                "y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
                "d", "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"));
    assertThat(AccountKeys.thumbprint(keys.getPublic()))
        .isEqualTo("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "e", "d", "p", "q", "dp", "dq", "qi", "kty"})
  void a_missing_member_is_named(String name) {
    Map<String, String> members = new LinkedHashMap<>(RSA_JWK);
    members.remove(name);
    assertThatThrownBy(() -> AccountKeys.fromJwk(members))
        .isInstanceOf(CryptoException.class)
        .hasMessage("The JSON Web Key lacks its member '" + name + "'.");
  }

  @Test
  void a_malformed_member_is_named_without_its_content() {
    Map<String, String> members = new LinkedHashMap<>(RSA_JWK);
    members.put("d", "S/E");
    assertThatThrownBy(() -> AccountKeys.fromJwk(members))
        .hasMessage("Member 'd' of the JSON Web Key is not proper base64url.")
        .hasNoCause();
  }

  @Test
  void members_of_different_keys_are_refused() {
    Map<String, String> members = new LinkedHashMap<>(RSA_JWK);
    members.put("p", RSA_JWK.get("q"));
    assertThatThrownBy(() -> AccountKeys.fromJwk(members))
        .isInstanceOf(CryptoException.class)
        .hasMessageContaining("contradicts itself");
  }

  @Test
  void a_symmetric_key_is_refused() {
    assertThatThrownBy(() -> AccountKeys.fromJwk(Map.of("kty", "oct", "k", "AA")))
        .isInstanceOf(CryptoException.class)
        .hasMessageContaining("other than RSA and EC");
  }

  private static Map<String, String> rsaJwk() {
    try (InputStream json = AccountKeysTest.class.getResourceAsStream("account-key.json")) {
      return new Gson()
          .fromJson(
              new InputStreamReader(json, StandardCharsets.US_ASCII),
              new TypeToken<LinkedHashMap<String, String>>() {}.getType());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
