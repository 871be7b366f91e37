package io.github.certbot4j.crypto;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;

/** The names and the JSON form (RFC 7517, RFC 7518) of ACME account keys. */
public final class AccountKeys {
  private AccountKeys() {}

  /**
   * Returns the name of the account's directory: the MD5 digest, as lower-case hexadecimal digits,
   * of the public key's PEM text as {@link KeyPairs#publicKeyPem} writes it.
   */
  public static String id(PublicKey key) {
    return Digests.md5Hex(KeyPairs.publicKeyPem(key).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Returns the thumbprint of RFC 7638 with SHA-256, the second part of a key authorization.
   *
   * @throws CryptoException if the key is neither RSA nor on a supported curve
   */
  public static String thumbprint(PublicKey key) {
    StringBuilder json = new StringBuilder();
    // RFC 7638 section 3: required members only, in lexicographic order, no white space.
    Jwk.publicMembers(SubjectPublicKey.of(key))
        .forEach(
            (name, value) ->
                json.append(json.isEmpty() ? '{' : ',').append('"' + name + "\":\"" + value + '"'));
    return Digests.sha256Base64Url(json.append('}').toString().getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Returns the members of the private JWK: for RSA {@code n e d p q dp dq qi kty}, for ECDSA
   * {@code crv x y d kty}, in this order. Their values must stay secret.
   *
   * @throws CryptoException if the key is neither RSA with its primes nor on a supported curve
   */
  public static Map<String, String> toJwk(KeyPair keys) {
    return Jwk.privateMembers(keys);
  }

  /**
   * Restores a key pair from the members of a private JWK; further members are ignored.
   *
   * @throws CryptoException naming the member that is missing or malformed, or that does not fit
   *     the others
   */
  public static KeyPair fromJwk(Map<String, String> members) {
    return Jwk.keyPair(members);
  }
}
