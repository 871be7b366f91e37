package io.github.certbot4j.cli.option;

import java.util.List;
import java.util.Optional;

/** What a run is to do. */
public enum Verb {
  RUN("run", "everything"),
  CERTONLY("certonly", "auth"),
  RENEW("renew"),
  CERTIFICATES("certificates"),
  DELETE("delete"),
  REVOKE("revoke"),
  REGISTER("register"),
  UPDATE_ACCOUNT("update_account"),
  UNREGISTER("unregister"),
  SHOW_ACCOUNT("show_account"),
  INSTALL("install"),
  ROLLBACK("rollback"),
  PLUGINS("plugins"),
  UPDATE_SYMLINKS("update_symlinks"),
  RECONFIGURE("reconfigure"),
  ENHANCE("enhance");

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> words;

  Verb(String... words) {
    this.words = List.of(words);
  }

  /** What it is called in help and messages. */
  public String word() {
    return words.get(0);
  }

  /** The words it can be given by: its own, then other ones. */
  public List<String> words() {
    return words;
  }

  /** The verb that a word stands for; letter case matters. */
  public static Optional<Verb> of(String word) {
    for (Verb verb : values()) {
      if (verb.words.contains(word)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }
}
