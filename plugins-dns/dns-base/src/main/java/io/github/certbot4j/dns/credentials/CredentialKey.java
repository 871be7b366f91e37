package io.github.certbot4j.dns.credentials;

/**
 * One value of a credentials file.
 *
 * @param name its key without the plugin's prefix
 * @param use whether it must be there, and whether it must be kept secret
 * @param meaning what it should be; completes the sentence "X should be ..."
 * @param sample an invented value for the sample file
 */
public record CredentialKey(String name, Use use, String meaning, String sample) {

  /** Whether a value must be there, and whether it must be kept secret. */
  public enum Use {
    /** Must be there, and nobody may see it. */
    SECRET,
    /** Must be there. */
    REQUIRED,
    /** May be missing; if it is there, nobody may see it. */
    OPTIONAL_SECRET,
    /** May be missing. */
    OPTIONAL;

    public boolean isRequired() {
      return this == SECRET || this == REQUIRED;
    }

    public boolean isSecret() {
      return this == SECRET || this == OPTIONAL_SECRET;
    }
  }
}
