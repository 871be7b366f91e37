package io.github.certbot4j.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.crypto.AccountKeys;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.model.KeySpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountStoreTest {

  private static final AcmeServer PEBBLE = new AcmeServer("https://localhost:14000/dir");
  private static final AcmeServer V1 =
      new AcmeServer("https://acme-v01.api.letsencrypt.org/directory");
  private static final AcmeServer V2 = AcmeServer.PRODUCTION;
  private static final URI LOCATION = URI.create("https://localhost:14000/my-account/59f677");
  private static final KeyPair KEYS = KeyPairs.generate(new KeySpec.Ecdsa(KeySpec.Curve.SECP256R1));
  private static final String ID = AccountKeys.id(KEYS.getPublic());

  @TempDir private Path config;
  private Path accounts;
  private AccountStore store;

  @BeforeEach
  void prepare() {
    accounts = config.resolve("accounts");
    store = store(new AtomicFiles());
  }

  private AccountStore store(AtomicFiles files) {
    return new AccountStore(
        new Directories(config, config.resolve("work"), config.resolve("logs")),
        Clock.fixed(Instant.parse("2026-11-22T00:58:05.678Z"), ZoneOffset.UTC),
        () -> "host.example.org",
        files);
  }

  @Test
  void a_new_account_is_found_again() {
    Account account = store.create(PEBBLE, KEYS, LOCATION);

    assertThat(account.id()).isEqualTo(ID);
    assertThat(account.label())
        .isEqualTo("host.example.org@2026-11-22T00:58:05Z (" + ID.substring(0, 4) + ")");
    assertSame(account, store.list(PEBBLE).get(0));
    assertSame(account, store.load(PEBBLE, ID).orElseThrow());
    assertThat(store.list(new AcmeServer("https://localhost:14001/dir"))).isEmpty();
  }

  private static void assertSame(Account expected, Account found) {
    assertThat(found.keys().getPublic()).isEqualTo(expected.keys().getPublic());
    assertThat(KeyPairs.toPkcs8Pem(found.keys())).isEqualTo(KeyPairs.toPkcs8Pem(expected.keys()));
    assertThat(found).usingRecursiveComparison().ignoringFields("keys").isEqualTo(expected);
  }

  @Test
  void its_files_are_as_the_original_writes_them() throws IOException {
    store.create(PEBBLE, KEYS, LOCATION);

    Path directory = accounts.resolve("localhost:14000/dir").resolve(ID);
    assertThat(directory.resolve("meta.json"))
        .content()
        .isEqualTo(
            "{\"creation_dt\": \"2026-11-22T00:58:05Z\","
                + " \"creation_host\": \"host.example.org\"}");
    assertThat(directory.resolve("regr.json"))
        .content()
        .isEqualTo("{\"body\": {}, \"uri\": \"" + LOCATION + "\"}");
    assertThat(Files.readString(directory.resolve("private_key.json")))
        .startsWith("{\"crv\": \"P-256\", \"x\": \"")
        .endsWith("\", \"kty\": \"EC\"}");
    assertThat(mode(directory.resolve("private_key.json"))).isEqualTo("r--------");
    for (Path each = directory; !each.equals(config); each = each.getParent()) {
      assertThat(mode(each)).as("mode of " + each).isEqualTo("rwx------");
    }
    assertThat(children(directory.getParent())).containsExactly(ID);
    assertThat(children(directory)).containsExactly("meta.json", "private_key.json", "regr.json");
  }

  @Test
  void the_files_of_the_original_are_read() throws IOException {
    Path directory = accounts.resolve("localhost:14000/dir/683137f3cc197d49b72b75c5ccd1a2de");
    Files.createDirectories(directory);
    try (InputStream key = AccountKeys.class.getResourceAsStream("account-key.json")) {
      Files.copy(key, directory.resolve("private_key.json"));
    }
    Files.writeString(
        directory.resolve("meta.json"),
        "{\"creation_dt\": \"2026-11-22T00:58:05Z\", \"creation_host\": \"localhost\","
            + " \"register_to_eff\": \"a@example.org\"}");
    Files.writeString(
        directory.resolve("regr.json"),
        "{\"body\": {\"contact\": [\"mailto:a@example.org\"]}, \"uri\": \""
            + LOCATION
            + "\", \"new_authzr_uri\": \"https://localhost:14000/new-authz\"}");

    Account account = store.load(PEBBLE, "683137f3cc197d49b72b75c5ccd1a2de").orElseThrow();

    assertThat(account.id()).isEqualTo("683137f3cc197d49b72b75c5ccd1a2de");
    assertThat(account.location()).isEqualTo(LOCATION);
    assertThat(account.created()).isEqualTo("2026-11-22T00:58:05Z");
    assertThat(account.host()).isEqualTo("localhost");
    assertThat(account.registerToEff()).contains("a@example.org");
    assertThat(account.toString()).doesNotContain("CDZp6EUc");
  }

  @Test
  void consent_to_the_eff_is_kept_until_it_is_used() {
    Account account = store.consentToEff(store.create(PEBBLE, KEYS, LOCATION), "\u00e4@b.org");

    assertThat(account.registerToEff()).contains("\u00e4@b.org");
    assertThat(accounts.resolve("localhost:14000/dir").resolve(ID).resolve("meta.json"))
        .content()
        .isEqualTo(
            "{\"creation_dt\": \"2026-11-22T00:58:05Z\","
                + " \"creation_host\": \"host.example.org\","
                + " \"register_to_eff\": \"\\u00e4@b.org\"}");
    assertThat(store.list(PEBBLE).get(0).registerToEff()).contains("\u00e4@b.org");

    store.consentToEff(account, "");

    assertThat(store.list(PEBBLE).get(0).registerToEff()).isEmpty();
  }

  @Test
  void a_changed_registration_is_written_anew() throws IOException {
    Account account = store.create(PEBBLE, KEYS, LOCATION);
    Path registration = accounts.resolve("localhost:14000/dir").resolve(ID).resolve("regr.json");
    Files.writeString(registration, "{\"body\": {\"old\": {}}, \"uri\": \"" + LOCATION + "\"}");

    store.updateRegistration(account);

    assertThat(registration).content().isEqualTo("{\"body\": {}, \"uri\": \"" + LOCATION + "\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme-v02.api.letsencrypt.org/directory, acme-v02.api.letsencrypt.org/directory",
    "https://localhost:14000/dir,      localhost:14000/dir",
    "https://h/,                       h",
    "https://h,                        h",
    "https://user@h:1/a/b?c=d/e,       user@h:1/a/b",
    "https://h/a#b,                    h/a",
    "https://h?x,                      h",
  })
  void the_directory_follows_from_the_url(String url, String directory) {
    store.create(new AcmeServer(url), KEYS, LOCATION);

    assertThat(accounts.resolve(directory).resolve(ID)).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h/../../x", "https://..", "https:///", "https://h/../"})
  void no_url_leads_elsewhere(String url) {
    assertThatThrownBy(() -> store.list(new AcmeServer(url)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../other", "a/b", "nobody"})
  void an_unknown_id_is_nobodys(String id) {
    store.create(PEBBLE, KEYS, LOCATION);

    assertThat(store.load(PEBBLE, id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"meta.json", "private_key.json", "regr.json"})
  void a_directory_that_lacks_a_file_is_none_of_an_account(String file) throws IOException {
    store.create(PEBBLE, KEYS, LOCATION);
    Files.delete(accounts.resolve("localhost:14000/dir").resolve(ID).resolve(file));

    assertThat(store.list(PEBBLE)).isEmpty();
    assertThat(store.load(PEBBLE, ID)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meta.json        | ''",
        "meta.json        | {\"creation_dt\": \"yesterday\", \"creation_host\": \"h\"}",
        "meta.json        | {\"creation_host\": \"h\"}",
        "regr.json        | {\"uri\": 7",
        "regr.json        | {\"uri\": \"no uri\"}",
        "regr.json        | []",
        "regr.json        | {} {}",
        "private_key.json | {\"kty\": \"RSA\", \"d\": \"secret\"}",
        "private_key.json | {d: secret}",
        "private_key.json | {\"kty\": \"EC\", \"crv\": \"secret\"}",
      })
  void a_damaged_file_is_named_but_not_quoted(String file, String content) throws IOException {
    store.create(PEBBLE, KEYS, LOCATION);
    Path path = accounts.resolve("localhost:14000/dir").resolve(ID).resolve(file);
    Files.delete(path);
    Files.writeString(path, content);

    assertThatThrownBy(() -> store.list(PEBBLE))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(path.toString())
        .hasMessageContaining("damaged")
        .hasMessageNotContaining("secret");
  }

  @Test
  void no_accounts_of_a_new_server_means_a_link_to_those_of_the_old_one() throws IOException {
    store.create(V1, KEYS, LOCATION);

    assertThat(store.list(V2)).extracting(Account::id).containsExactly(ID);

    Path link = accounts.resolve("acme-v02.api.letsencrypt.org/directory");
    assertThat(Files.readSymbolicLink(link))
        .isEqualTo(accounts.resolve("acme-v01.api.letsencrypt.org/directory"));
    assertThat(store.list(V2)).extracting(Account::id).containsExactly(ID);
    assertThat(store.load(V2, ID)).isPresent();
  }

  @Test
  void an_empty_directory_gives_way_to_the_link_and_another_does_not() throws IOException {
    store.create(V1, KEYS, LOCATION);
    Path directory = accounts.resolve("acme-v02.api.letsencrypt.org/directory");
    Files.createDirectories(directory.resolve("rest"));

    assertThat(store.list(V2)).isEmpty();
    assertThat(directory.resolve("rest")).isDirectory();

    Files.delete(directory.resolve("rest"));

    assertThat(store.list(V2)).hasSize(1);
    assertThat(directory).isSymbolicLink();
  }

  @Test
  void servers_without_predecessor_inherit_nothing() {
    store.create(V1, KEYS, LOCATION);

    assertThat(store.list(AcmeServer.STAGING)).isEmpty();
    assertThat(accounts.resolve("acme-staging-v02.api.letsencrypt.org")).doesNotExist();
  }

  @Test
  void one_old_account_beside_new_ones_gets_a_link_of_its_own() throws IOException {
    KeyPair other = KeyPairs.generate(new KeySpec.Ecdsa(KeySpec.Curve.SECP256R1));
    store.create(V1, KEYS, LOCATION);
    store.create(V2, other, LOCATION);

    assertThat(store.load(V2, ID).orElseThrow().id()).isEqualTo(ID);

    assertThat(
            Files.readSymbolicLink(
                accounts.resolve("acme-v02.api.letsencrypt.org/directory").resolve(ID)))
        .isEqualTo(accounts.resolve("acme-v01.api.letsencrypt.org/directory").resolve(ID));
    assertThat(store.list(V2)).hasSize(2);
  }

  @Test
  void the_last_account_takes_its_servers_directory_along() throws IOException {
    Account account = store.create(PEBBLE, KEYS, LOCATION);

    store.delete(account);
    store.delete(account);

    assertThat(store.list(PEBBLE)).isEmpty();
    assertThat(children(accounts.resolve("localhost:14000"))).isEmpty();
  }

  @Test
  void other_accounts_stay() {
    KeyPair other = KeyPairs.generate(new KeySpec.Ecdsa(KeySpec.Curve.SECP256R1));
    store.create(PEBBLE, other, LOCATION);

    store.delete(store.create(PEBBLE, KEYS, LOCATION));

    assertThat(store.list(PEBBLE))
        .extracting(Account::id)
        .containsExactly(AccountKeys.id(other.getPublic()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_linked_directory_is_deleted_with_its_link_from_either_end(boolean fromNew)
      throws IOException {
    store.create(V1, KEYS, LOCATION);
    List<Account> inherited = store.list(V2);

    store.delete(fromNew ? inherited.get(0) : store.list(V1).get(0));

    assertThat(children(accounts.resolve("acme-v01.api.letsencrypt.org"))).isEmpty();
    assertThat(children(accounts.resolve("acme-v02.api.letsencrypt.org"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_linked_account_is_deleted_with_its_link_from_either_end(boolean fromNew)
      throws IOException {
    KeyPair other = KeyPairs.generate(new KeySpec.Ecdsa(KeySpec.Curve.SECP256R1));
    store.create(V1, KEYS, LOCATION);
    store.create(V2, other, LOCATION);
    Account inherited = store.load(V2, ID).orElseThrow();

    store.delete(fromNew ? inherited : store.list(V1).get(0));

    assertThat(store.list(V2))
        .extracting(Account::id)
        .containsExactly(AccountKeys.id(other.getPublic()));
    assertThat(children(accounts.resolve("acme-v02.api.letsencrypt.org/directory"))).hasSize(1);
    assertThat(accounts.resolve("acme-v01.api.letsencrypt.org/directory").resolve(ID))
        .doesNotExist();
  }

  @Test
  void wherever_a_kill_strikes_there_is_a_whole_account_or_none() throws IOException {
    AtomicInteger countdown = new AtomicInteger(Integer.MAX_VALUE);
    AccountStore mortal =
        store(
            new AtomicFiles(
                (operation, path) -> {
                  if (countdown.getAndDecrement() == 0) {
                    throw new Killed();
                  }
                }));
    boolean survived = false;
    int step = 0;
    while (!survived) {
      countdown.set(step++);
      try {
        mortal.create(PEBBLE, KEYS, LOCATION);
        survived = true;
      } catch (Killed expected) {
        // As planned.
      }
      assertNoHalfAccount(accounts.resolve("localhost:14000/dir"));
      assertThat(store.create(PEBBLE, KEYS, LOCATION).id()).isEqualTo(ID);
      assertThat(store.list(PEBBLE)).hasSize(1);
      store.delete(store.list(PEBBLE).get(0));
    }
    assertThat(step).isGreaterThan(10);
  }

  /** The original takes every directory with three files for an account. */
  private static void assertNoHalfAccount(Path directory) throws IOException {
    for (String name : Files.isDirectory(directory) ? children(directory) : List.<String>of()) {
      List<String> files = children(directory.resolve(name));
      assertThat(name.equals(ID) ? files.size() == 3 : !files.contains("regr.json")).isTrue();
    }
  }

  private static List<String> children(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
