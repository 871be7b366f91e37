package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.acme.Registration.ExternalBinding;
import io.github.certbot4j.model.FailureException;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Reads the key of an external account binding. Messages never hold any part of it. */
final class BindingKey {

  private static final Set<String> ALGORITHMS = Set.of("HS256", "HS384", "HS512");

  private BindingKey() {}

  /**
   * The key that signs the binding.
   *
   * @throws FailureException when key identifier, key or algorithm is unusable
   */
  static SecretKey of(ExternalBinding binding) {
    if (!ALGORITHMS.contains(binding.algorithm())) {
      throw FailureException.rejected(
          "The external account binding cannot be signed with " + binding.algorithm() + ".",
          "Give --eab-hmac-alg HS256, HS384 or HS512.");
    }
    if (binding.kid().isEmpty()) {
      throw FailureException.rejected(
          "The key identifier of the external account binding is empty.",
          "Give --eab-kid as the CA told it.");
    }
    return new SecretKeySpec(decoded(binding.hmacKey().strip()), "HMAC");
  }

  private static byte[] decoded(String text) {
    try {
      byte[] key = Base64.getUrlDecoder().decode(text);
      if (key.length > 0) {
        return key;
      }
    } catch (IllegalArgumentException ignored) {
      // Its message quotes characters of the key.
    }
    throw FailureException.rejected(
        "The HMAC key of the external account binding is not base64url.",
        "Give --eab-hmac-key as the CA told it.");
  }
}
