package io.github.certbot4j.dns.credentials;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a service's credentials look like.
 *
 * @param kind how they are given
 * @param label what the file is called when the user is asked for it
 * @param keys the values of an INI file
 * @param check tells what is wrong with a set that has all required values; completes a sentence
 *     that starts with the file's path, and quotes no secrets
 */
public record CredentialsForm(
    Kind kind,
    String label,
    List<CredentialKey> keys,
    Function<Credentials, Optional<String>> check) {

  /** How credentials are given. */
  public enum Kind {
    /** By a file in the dialect of renewal configurations. */
    INI_FILE,
    /** By a file that only the service's plugin can read, or from the surroundings. */
    FILE_OF_ITS_OWN,
    /** By the surroundings only: there is no option for a file. */
    SURROUNDINGS
  }

  public CredentialsForm {
    keys = List.copyOf(keys);
  }

  /** A file with these values. */
  public static CredentialsForm ini(String label, CredentialKey... keys) {
    return new CredentialsForm(Kind.INI_FILE, label, List.of(keys), set -> Optional.empty());
  }

  /** A file that the plugin reads itself; it may do without. */
  public static CredentialsForm fileOfItsOwn(String label) {
    return new CredentialsForm(Kind.FILE_OF_ITS_OWN, label, List.of(), set -> Optional.empty());
  }

  /** No file. */
  public static CredentialsForm surroundings() {
    return new CredentialsForm(Kind.SURROUNDINGS, "", List.of(), set -> Optional.empty());
  }

  /** With a check of each set. */
  public CredentialsForm checkedBy(Function<Credentials, Optional<String>> other) {
    return new CredentialsForm(kind, label, keys, other);
  }
}
