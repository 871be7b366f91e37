package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.KeySpec;
import java.security.KeyPair;
import java.util.Collections;
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
    Map<String, String> members = new LinkedHashMap<>();
    members.put(
        "n",
        "qhwBMCSbvD5aZtwNt7IolX994IG3AtELfMxf01vT0mYsvO-QPNIfDJpoDnrm4P4YCxf4K0"
            + "N5MZuVQ1paFPbM4VzNGsj2pxk9zeyRP59n1w2xW5WPLaTp9l-fx5J8X1OO2GKfpqsDcQVr"
            + "YFP36D-099RIi119OgfnN4IqA3uKSmeKXdEujJoSD9wY95JUrOWJ0zBIeXtSFMoClS4zH9"
            + "VkPhT23nxUldfhsnHWXqopJkv9gRh8gqeF7BlPTfTp_0FO9ke7w2K8OPKUXpolziPjfkzr"
            + "NKdad0irWitYeOB433F4tNHRPHTHalCdqv0M7jvvTbrZFaOZJHMdU9i_Fvdhaw");
    members.put("e", "AQAB");
    members.putAll(rsaJwkPrivatePart());
    members.put("kty", "RSA");
    return Collections.unmodifiableMap(members);
  }

  private static Map<String, String> rsaJwkPrivatePart() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put(
        "d",
        "CDZp6EUcL65i9uxQzTmQtAb_sMMSbtRg1ZmYVr_sLhA4wLZgJE-QqC8cLvbIBry9tGtn08"
            + "7iHv7_6cyG5NQ1d_ve-xgQsGiLj1GIgaXUgZFrqpxB2VZI5VgggqYT0xZZoyC_zHAdLmuw"
            + "j2n-YfwRZJWfGvtcfFy9UPS7yodAWe8pj73Dt-xKs-2aQoAf1w2bPDFWy43xMfiwmh2kem"
            + "Vzhl9cW7-kY7YaDAV87kw0mWqVy7PhZ1Fc-jdVVeAqhw8v9ypzdUo_7LfXzb_fXN2EsMOZ"
            + "B2YXo4fvPrF9Rc4hFyGLlpJEdL68lYHklAk1BkbIN2h39z2r5UAcK3NQNqgcwQ");
    members.put(
        "p",
        "3_QedqY0E4Bzu3wyKCJQrIl2OkKgUEVitgQWo7q4ZONHhxGTUiJNvm-Vu-UyDNnT-lk_uC"
            + "SEjlloWTRiIA1mEqHfiB30tKxYVsNRdg0XpjtkLpwF6C1mmtmzZdJWVUJtQYLxYPYmBRS1"
            + "w7mDUY5MOz1fW-q1hMySqTV7V7FbjLM");
    members.put(
        "q",
        "wnN2PcA1PFuZtIhzugn6oExE-rk5ID1J9pMtCMHXlTb377XugBOKUbGVJiSVU9VvVnhMN6"
            + "YVrIW4cPxS_7tYkEk1LYSal_oDDt-ZLuKim0GXW5XJ-rvW1gipd7lb8qQ_OM24tZ0b1wcV"
            + "V678EsyyAogMkjpVETGvyuPT4jiYpGk");
    members.put(
        "dp",
        "Hh2o3xG4nQrABW1NHWKH8LvHf0woXMMH5CwmkzvvwfliTAKMChZ81-gPfaXzlhDQ1bCcxf"
            + "l7Ld1OD_jgXSkQGd9UvOwyVP18H6bCVJqsHHmOHkpy7Ob2DkrKOh4P6AU3xgCCzyQqtrIz"
            + "Qy-2PghhrfGx2h107XfJHSIJBSDfi8s");
    members.put(
        "dq",
        "KHbqljMXYPYW6FC09HP7Kbx1Zk-BKcpXR-6cooPkHvMPaVzMwu5ODG4OAZ__SzDROIdUJQ"
            + "h03i_9j9WSWBFefrgdTtmXaiTm2gOB1xXmjLR7kN186KaKMIQg7_8suTOgzGtTEsgc8QRS"
            + "VqrdXfQm3wv8wblN1oQmduwuPZdVfHE");
    members.put(
        "qi",
        "ZizGSk5OrDZ0B-CSDJTpUmJMSI-t-aOax6uSBgTn5ypv-4FqWHp-QDc3I3x8hj8MgYyM6O"
            + "cLOeMWk44yw8wp9wkR5jXEgDfgE8aRSAYj8cDHAKfTOhfMrbhxye-MibMBJP57mu_m9ggX"
            + "YXExJTdQcbKdVtxA2TBdcpzm9pvkPR8");
    return members;
  }
}
