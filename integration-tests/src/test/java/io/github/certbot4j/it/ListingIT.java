package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code certificates} prints for each state of a certificate, beside the original. */
class ListingIT {
  @RegisterExtension static final TestCa CA = new TestCa(PebbleSettings.usual().takingEveryNonce());

  private static final Map<String, Duration> LIFETIMES =
      new TreeMap<>(
          Map.of(
              "expired.example.test", Duration.ofSeconds(1),
              "hours.example.test", Duration.ofHours(5).plusMinutes(30),
              "oneday.example.test", Duration.ofHours(36),
              "days.example.test", Duration.ofHours(60)));

  private static Sandbox sandbox;
  private static Certbot original;
  private static Certbot ours;

  @BeforeAll
  static void makeCertificates() throws Exception {
    sandbox = Sandbox.open();
    for (Map.Entry<String, Duration> lifetime : LIFETIMES.entrySet()) {
      PebbleSettings settings =
          PebbleSettings.usual().takingEveryNonce().valid(lifetime.getValue());
      try (TestCa ca = new TestCa(settings).start()) {
        Certbot.original(sandbox, ca).issue(lifetime.getKey());
      }
    }
    original = Certbot.original(sandbox, CA);
    ours = Certbot.ours(sandbox, CA);
    original.issue("staging.example.test", "a.staging.example.test");
    FileTree.replace(
        sandbox.renewalConf("staging.example.test"),
        "server = https://",
        "server = https://staging.");
    original.issue("mismatch.example.test");
    FileTree.write(
        sandbox.lineage("mismatch.example.test").archived("privkey", 1),
        FileTree.read(sandbox.lineage("days.example.test").archived("privkey", 1)));
    original.issue("nochain.example.test");
    FileTree.write(sandbox.lineage("nochain.example.test").archived("fullchain", 1), "other\n");
    FileTree.write(sandbox.renewalConf("empty.example.test"), "");
    Instant expiry =
        sandbox.lineage("expired.example.test").certificate().getNotAfter().toInstant();
    Patience.until("the certificate has expired", () -> Instant.now().isAfter(expiry));
  }

  @AfterAll
  static void removeThem() {
    sandbox.close();
  }

  @Test
  void every_state_is_shown_as_the_original_shows_it() {
    assertThat(ours.listing())
        .isEqualTo(original.listing())
        .contains("INVALID: EXPIRED", "hour(s)", "VALID: 1 day)", "VALID: 2 days", "TEST_CERT")
        .contains(
            "The following renewal configurations were invalid:",
            "empty.example.test.conf",
            "mismatch.example.test.conf",
            "nochain.example.test.conf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--cert-name days.example.test",
        "--cert-name nobody.example.test",
        "-d a.staging.example.test",
        "-d staging.example.test -d a.staging.example.test",
        "-d staging.example.test,nobody.example.test"
      })
  void a_choice_is_shown_as_the_original_shows_it(String filter) {
    assertThat(ours.run("certificates").with(filter.split(" ")).run().succeeded().out())
        .isEqualTo(original.run("certificates").with(filter.split(" ")).run().out());
  }
}
