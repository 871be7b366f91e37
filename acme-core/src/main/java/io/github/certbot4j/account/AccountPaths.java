package io.github.certbot4j.account;

import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.FailureException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the accounts of a server lie: below host and path of its URL, as they are written. */
final class AccountPaths {

  /** Servers of ACMEv2 that honour the accounts of a server of ACMEv1. */
  private static final Map<String, String> PREDECESSORS =
      Map.of(
          "acme-v02.api.letsencrypt.org/directory",
          "acme-v01.api.letsencrypt.org/directory",
          "acme-staging-v02.api.letsencrypt.org/directory",
          "acme-staging.api.letsencrypt.org/directory");

  private final Path accounts;

  AccountPaths(Path accounts) {
    this.accounts = accounts;
  }

  /**
   * The directory of a server's accounts.
   *
   * @throws FailureException if the URL would lead out of the directory of all accounts
   */
  Path of(AcmeServer server) {
    String text = server.url();
    int start = text.indexOf("://");
    String rest = start < 0 ? text : text.substring(start + "://".length());
    try {
      Path directory = accounts.resolve(untilAny(rest, "?#")).normalize();
      if (directory.startsWith(accounts) && !directory.equals(accounts)) {
        return directory;
      }
    } catch (InvalidPathException ignored) {
      // It has a character that no file name can have.
    }
    throw FailureException.rejected(
        "The accounts of '" + server + "' would have no place of their own.",
        "Give --server the URL of an ACME directory.");
  }

  /** The directory whose accounts can be taken over. */
  Optional<Path> predecessor(Path directory) {
    return Optional.ofNullable(PREDECESSORS.get(relative(directory))).map(accounts::resolve);
  }

  /** The directory that takes over the accounts of this one. */
  Optional<Path> successor(Path directory) {
    String name = relative(directory);
    return PREDECESSORS.entrySet().stream()
        .filter(pair -> pair.getValue().equals(name))
        .map(pair -> accounts.resolve(pair.getKey()))
        .findFirst();
  }

  private String relative(Path directory) {
    return accounts.relativize(directory).toString();
  }

  private static String untilAny(String text, String ends) {
    int end = 0;
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }
}
