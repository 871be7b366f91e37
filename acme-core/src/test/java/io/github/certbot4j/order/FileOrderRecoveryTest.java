package io.github.certbot4j.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.crypto.TestCertificate;
import io.github.certbot4j.spi.Waiter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileOrderRecoveryTest {

  private static final URI ACCOUNT = URI.create("https://ca.test/account/1");
  private static final URI ORDER = URI.create("https://ca.test/order/1");
  private static final String KEY = KeyPairs.toPkcs8Pem(KeyPairs.generate(TestCertificate.P256));
  private static final OrderIdentity WANTED =
      new OrderIdentity(ACCOUNT, List.of("a.test", "b.test"), "secp256r1");

  @TempDir Path temp;
  private final List<String> requests = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-10T12:00:00Z");
  private Path file;
  private Path keyFile;

  @BeforeEach
  void choosePlaces() {
    file = temp.resolve("open-orders/a.test.json");
    keyFile = temp.resolve("0000_key.pem");
  }

  @Test
  void nothing_is_found_where_nothing_was_remembered() {
    assertThat(recovery(WANTED).find()).isEmpty();
  }

  @Test
  void an_order_is_found_from_the_moment_it_was_placed() {
    recovery(WANTED).placed(ORDER);
    assertThat(recovery(WANTED).find()).contains(new OrderRecovery.OpenOrder(ORDER, ""));
  }

  @Test
  void its_key_is_found_with_it_and_the_request_is_kept() {
    OrderRecovery recovery = recovery(WANTED);
    recovery.placed(ORDER);
    recovery.keyed(ORDER, KEY, "request");
    assertThat(recovery(WANTED).find()).contains(new OrderRecovery.OpenOrder(ORDER, KEY));
    assertThat(requests).containsExactly("request");
    assertThat(file).content().doesNotContain("PRIVATE KEY");
  }

  @Test
  void a_key_that_the_lineage_has_anyway_is_not_kept_a_second_time() {
    recovery(WANTED).keyed(ORDER, "", "request");
    assertThat(keyFile).doesNotExist();
    assertThat(recovery(WANTED).find()).contains(new OrderRecovery.OpenOrder(ORDER, ""));
  }

  @Test
  void only_the_owner_may_read_the_record_and_its_directory() throws IOException {
    recovery(WANTED).placed(ORDER);
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(file.getParent())).isEqualTo("rwx------");
  }

  @Test
  void what_is_forgotten_is_gone_and_can_be_forgotten_again() {
    OrderRecovery recovery = recovery(WANTED);
    recovery.placed(ORDER);
    recovery.forget();
    recovery.forget();
    assertThat(file).doesNotExist();
    assertThat(recovery.find()).isEmpty();
  }

  @Test
  void the_order_of_the_names_does_not_matter() {
    recovery(WANTED).placed(ORDER);
    OrderIdentity turned = new OrderIdentity(ACCOUNT, List.of("b.test", "a.test"), "secp256r1");
    assertThat(recovery(turned).find()).isPresent();
  }

  @Test
  void an_order_for_other_names_another_account_or_another_key_is_not_taken_up() {
    recovery(WANTED).placed(ORDER);
    URI stranger = URI.create("https://ca.test/account/2");
    List<String> names = WANTED.names();
    assertThat(recovery(new OrderIdentity(ACCOUNT, List.of("a.test"), "secp256r1")).find())
        .isEmpty();
    assertThat(recovery(new OrderIdentity(stranger, names, "secp256r1")).find()).isEmpty();
    assertThat(recovery(new OrderIdentity(ACCOUNT, names, "rsa-2048")).find()).isEmpty();
  }

  @Test
  void an_order_of_more_than_a_week_ago_is_not_taken_up() {
    recovery(WANTED).placed(ORDER);
    now = now.plus(Duration.ofDays(7));
    assertThat(recovery(WANTED).find()).isPresent();
    now = now.plusSeconds(1);
    assertThat(recovery(WANTED).find()).isEmpty();
  }

  @Test
  void an_order_whose_key_is_gone_is_not_taken_up() throws IOException {
    recovery(WANTED).keyed(ORDER, KEY, "request");
    Files.delete(keyFile);
    assertThat(recovery(WANTED).find()).isEmpty();
  }

  @Test
  void an_order_whose_key_is_damaged_is_not_taken_up() throws IOException {
    recovery(WANTED).keyed(ORDER, KEY, "request");
    Files.writeString(keyFile, KEY.substring(0, 60));
    assertThat(recovery(WANTED).find()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{\"account\": 1}",
        "{ACCOUNT, \"names\": \"a.test\", REST}",
        "{ACCOUNT, \"names\": null, REST}",
        "{ACCOUNT, \"names\": [null], REST}",
        "{ACCOUNT, \"names\": [[\"a.test\", \"b.test\"]], REST}",
        "{\"account\": null, NAMES, REST}",
        "{\"account\": {}, NAMES, REST}",
        "{ACCOUNT, NAMES, KEY, ORDER, \"key_file\": \"\", \"placed\": \"yesterday\"}",
        "{ACCOUNT, NAMES, KEY, ORDER, \"key_file\": null, PLACED}",
        "{ACCOUNT, NAMES, KEY, ORDER, \"key_file\": \"\\u0000\", PLACED}",
        "{ACCOUNT, NAMES, KEY, \"order\": \"not a url\", \"key_file\": \"\", PLACED}",
      })
  void a_damaged_record_counts_as_none(String damaged) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, completed(damaged));
    assertThat(recovery(WANTED).find()).isEmpty();
  }

  @Test
  void the_record_that_the_damaged_ones_are_made_of_is_a_good_one() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, completed("{ACCOUNT, NAMES, REST}"));
    assertThat(recovery(WANTED).find()).isPresent();
  }

  @Test
  void a_directory_in_the_place_of_the_record_counts_as_none() throws IOException {
    Files.createDirectories(file);
    assertThat(recovery(WANTED).find()).isEmpty();
  }

  @Test
  void no_key_shows_when_an_open_order_is_printed() {
    assertThat(new OrderRecovery.OpenOrder(ORDER, KEY).toString())
        .contains(ORDER.toString())
        .doesNotContain("PRIVATE");
  }

  private static String completed(String template) {
    return template
        .replace("REST", "KEY, ORDER, \"key_file\": \"\", PLACED")
        .replace("ACCOUNT", "\"account\": \"" + ACCOUNT + "\"")
        .replace("NAMES", "\"names\": [\"a.test\", \"b.test\"]")
        .replace("KEY", "\"key\": \"secp256r1\"")
        .replace("ORDER", "\"order\": \"" + ORDER + "\"")
        .replace("PLACED", "\"placed\": \"2026-01-10T12:00:00Z\"");
  }

  private OrderRecovery recovery(OrderIdentity identity) {
    return new FileOrderRecovery(file, identity, new Kept(), new Now());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** The time of the test. */
  private final class Now implements Waiter {

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void sleep(Duration duration) {
      throw new AssertionError("nothing to wait for");
    }
  }

  /** Keeps the key in one file and requests in memory. */
  private final class Kept implements FileOrderRecovery.RequestFiles {

    @Override
    public Path keepKey(String pem) {
      try {
        return Files.writeString(keyFile, pem);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void keepRequest(String pem) {
      requests.add(pem);
    }
  }
}
