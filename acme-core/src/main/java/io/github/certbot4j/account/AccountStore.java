package io.github.certbot4j.account;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.Directories;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts below the configuration directory.
 *
 * <p>The CA's servers of ACMEv2 honour the accounts of their predecessors of ACMEv1: where a server
 * has no account of its own, a symbolic link to its predecessor's is made and followed.
 *
 * <p>Every method throws a {@link io.github.certbot4j.model.FailureException} that names the file
 * when one is damaged or out of reach. Whoever writes holds the lock of the configuration
 * directory.
 */
public final class AccountStore {

  private static final Logger LOG = LoggerFactory.getLogger(AccountStore.class);

  private final AccountPaths paths;
  private final AtomicFiles files;
  private final AccountFiles accountFiles;
  private final Clock clock;
  private final Supplier<String> hostName;

  /**
   * For everyday use.
   *
   * @param hostName tells this machine's fully qualified name; asked when an account is made
   */
  public AccountStore(Directories directories, Clock clock, Supplier<String> hostName) {
    this(directories, clock, hostName, new AtomicFiles());
  }

  /** Changes the disk by the given means. */
  AccountStore(Directories directories, Clock clock, Supplier<String> hostName, AtomicFiles files) {
    this.paths = new AccountPaths(directories.accounts());
    this.files = files;
    this.accountFiles = new AccountFiles(files);
    this.clock = clock;
    this.hostName = hostName;
  }

  /** All accounts for a server, by their names on disk. */
  public List<Account> list(AcmeServer server) {
    Path directory = paths.of(server);
    List<Account> own = read(server, directory);
    Optional<Path> predecessor = paths.predecessor(directory);
    if (!own.isEmpty() || predecessor.isEmpty()) {
      return own;
    }
    List<Account> inherited = read(server, predecessor.get());
    return inherited.isEmpty() || linkAll(directory, predecessor.get()) ? inherited : own;
  }

  private static List<Account> read(AcmeServer server, Path directory) {
    List<Account> accounts = new ArrayList<>();
    for (Path entry : entries(directory)) {
      if (AccountFiles.present(entry)) {
        accounts.add(AccountFiles.read(server, entry));
      } else {
        LOG.debug("Not an account: {}", entry);
      }
    }
    return accounts;
  }

  private static List<Path> entries(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw FileTrouble.cannot("list", directory, e);
    }
  }

  /** Replaces a server's directory, if it is empty, by a link to that of its predecessor. */
  private boolean linkAll(Path directory, Path predecessor) {
    if (Files.isSymbolicLink(directory)) {
      files.delete(directory);
    } else if (!files.deleteIfEmpty(directory)) {
      return false;
    }
    files.makeDirectories(directory.getParent(), FileMode.SECRET_DIRECTORY);
    files.link(directory, predecessor);
    return true;
  }

  /**
   * The account with a certain name.
   *
   * @param id as {@link Account#id}, in full
   */
  public Optional<Account> load(AcmeServer server, String id) {
    if (!isPlainName(id)) {
      return Optional.empty();
    }
    Path directory = paths.of(server);
    if (AccountFiles.present(directory.resolve(id))) {
      return Optional.of(AccountFiles.read(server, directory.resolve(id)));
    }
    Optional<Path> inherited = paths.predecessor(directory).map(each -> each.resolve(id));
    if (inherited.filter(AccountFiles::present).isEmpty()) {
      return Optional.empty();
    }
    if (!linkAll(directory, inherited.get().getParent())) {
      files.link(directory.resolve(id), inherited.get());
    }
    return Optional.of(AccountFiles.read(server, inherited.get()));
  }

  private static boolean isPlainName(String id) {
    return !id.isEmpty() && id.chars().allMatch(Character::isLetterOrDigit);
  }

  /**
   * Stores a new account, as a whole or, when killed, not at all.
   *
   * @param keys its key pair, which the server must have accepted already
   * @param location its URL
   */
  public Account create(AcmeServer server, KeyPair keys, URI location) {
    Account account =
        new Account(
            server,
            keys,
            location,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            hostName.get(),
            Optional.empty());
    Path target = directoryOf(account);
    if (AccountFiles.present(target)) {
      return AccountFiles.read(server, target);
    }
    // One level deeper than needed: the original takes any directory that has the three files for
    // an account, whatever its name.
    Path staging = target.resolveSibling("." + account.id() + ".tmp");
    Path staged = staging.resolve(account.id());
    files.deleteTree(staging);
    files.makeDirectories(staged, FileMode.SECRET_DIRECTORY);
    accountFiles.create(account, staged);
    files.deleteTree(target);
    files.rename(staged, target);
    files.deleteTree(staging);
    return account;
  }

  /**
   * Remembers, or with no address forgets, that the user consented to give an address to the EFF.
   *
   * @param email the address; empty for none
   * @return the account as it is stored now
   */
  public Account consentToEff(Account account, String email) {
    Account changed =
        new Account(
            account.server(),
            account.keys(),
            account.location(),
            account.created(),
            account.host(),
            Optional.of(email).filter(text -> !text.isEmpty()));
    if (!changed.registerToEff().equals(account.registerToEff())) {
      accountFiles.writeMeta(changed, directoryOf(changed));
    }
    return changed;
  }

  /** Writes what is known of the registration anew, after the server accepted a change of it. */
  public void updateRegistration(Account account) {
    accountFiles.writeRegistration(account, directoryOf(account));
  }

  /**
   * Removes an account and the links that lead to it; its server's directory too, if it was the
   * last one. Without effect if it isn't there.
   */
  public void delete(Account account) {
    Path directory = paths.of(account.server());
    if (!Files.isDirectory(directory.resolve(account.id()))) {
      return;
    }
    files.deleteTree(withoutLinks(directory, account.id()));
    if (entries(directory).isEmpty()) {
      files.deleteIfEmpty(withoutLinks(directory, ""));
    }
  }

  /**
   * Removes the links from successors to a directory, or to something in it, and then those that
   * lead on from there.
   *
   * @param name what it is in the directory; empty for the directory itself
   * @return where the last link led
   */
  private Path withoutLinks(Path directory, String name) {
    Path first = directory;
    Optional<Path> next = paths.successor(first);
    while (next.isPresent() && leadsTo(next.get().resolve(name), first.resolve(name))) {
      first = next.get();
      next = paths.successor(first);
    }
    Path current = first.resolve(name);
    while (Files.isSymbolicLink(current)) {
      Path target = targetOf(current);
      files.delete(current);
      current = target;
    }
    return current;
  }

  private static boolean leadsTo(Path link, Path target) {
    return Files.isSymbolicLink(link) && targetOf(link).equals(target);
  }

  private static Path targetOf(Path link) {
    try {
      return link.resolveSibling(Files.readSymbolicLink(link));
    } catch (IOException e) {
      throw FileTrouble.cannot("read the link", link, e);
    }
  }

  private Path directoryOf(Account account) {
    return paths.of(account.server()).resolve(account.id());
  }
}
