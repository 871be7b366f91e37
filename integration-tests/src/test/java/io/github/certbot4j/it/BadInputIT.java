package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong input gets one clear line and a non-zero exit code, and changes nothing. */
class BadInputIT {
  @RegisterExtension static final TestCa CA = new TestCa(PebbleSettings.usual());

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;

  @BeforeEach
  void chooseProgram() {
    certbot = Certbot.ours(sandbox, CA);
  }

  /** The lines of stderr that complain, without where the log is. */
  private static List<String> complaint(Outcome outcome) {
    return outcome
        .err()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("Saving debug log to"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example.test",
        "192.0.2.1",
        "a..example.test",
        ".example.test",
        "ex\u00e4mple.test",
        "a1234567890123456789012345678901234567890123456789012345678901234.test"
      })
  void a_name_that_is_none_is_told_in_one_line(String name) {
    String log = CA.pebble().log();

    Outcome outcome =
        certbot.certonly("--standalone", "-d", "good.example.test," + name).run().failed(1);

    assertThat(complaint(outcome)).as(outcome.toString()).hasSize(1);
    assertThat(complaint(outcome).get(0)).contains(name);
    assertThat(sandbox.config()).doesNotExist();
    assertThat(CA.pebble().log()).isEqualTo(log);
  }

  @ParameterizedTest
  @CsvSource({
    "renwe, renew",
    "certificate, certificates",
    "revok, revoke",
    "unregster, unregister"
  })
  void a_misspelt_verb_gets_the_nearest_one(String wrong, String right) {
    Outcome outcome = certbot.run(wrong).run().failed(2);

    assertThat(outcome.err().lines())
        .as(outcome.toString())
        .anyMatch(line -> line.contains(wrong) && line.matches(".*\\b" + right + "\\b.*"));
    assertThat(sandbox.config()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--domians, --domains",
    "--webrot-path, --webroot-path",
    "--force-renwal, --force-renewal"
  })
  void a_misspelt_option_gets_the_nearest_one(String wrong, String right) {
    Outcome outcome = certbot.run("certonly", wrong + "=x").run().failed(2);

    assertThat(outcome.err().lines())
        .as(outcome.toString())
        .anyMatch(line -> line.contains(wrong) && line.contains(right));
    assertThat(sandbox.config()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "certonly --standalone -d",
        "certonly renew",
        "certonly --rsa-key-size many",
        "certonly --key-type dsa",
        "revoke --reason whim",
        "certonly --csr no-such-file.pem"
      })
  void a_line_that_cannot_be_read_is_a_usage_error(String line) {
    certbot.plain(line.split(" ")).run().failed(2);

    assertThat(sandbox.config()).doesNotExist();
  }

  @Test
  void options_that_exclude_each_other_are_named() {
    certbot
        .certonly("--standalone", "-d", "a.example.test", "--force-interactive")
        .run()
        .failed(1)
        .says("--force-interactive");
    certbot.renew("-d", "a.example.test").run().failed(1);
  }

  @Test
  void a_missing_webroot_is_named_before_any_work() {
    Path missing = sandbox.path("no/such/root");
    long orders = CA.pebble().orders();

    Outcome outcome =
        certbot
            .certonly("--webroot", "-w", missing.toString(), "-d", "a.example.test")
            .run()
            .failed(1);

    assertThat(complaint(outcome)).as(outcome.toString()).hasSize(1);
    assertThat(complaint(outcome).get(0)).contains(missing.toString());
    assertThat(CA.pebble().orders()).isEqualTo(orders);
  }

  @Test
  void no_names_and_nobody_to_ask_is_an_error_that_names_the_option() {
    certbot.certonly("--standalone").run().failed(1).says("--domains");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no sense",
        "a = 1\na = 2\n",
        "[renewalparams]\nauthenticator = standalone\n",
        "cert = \"never closed\n",
        "\u0000\u0001\u0002"
      })
  void a_broken_renewal_conf_is_told_and_left_alone(String content) {
    certbot.issue("whole.example.test");
    FileTree.write(sandbox.renewalConf("broken.example.test"), content);
    TreeSnapshot before = TreeSnapshot.of(sandbox.config());

    certbot
        .run("certificates")
        .run()
        .succeeded()
        .says("whole.example.test", "broken.example.test.conf");
    certbot
        .renew()
        .run()
        .failed(1)
        .says("broken.example.test.conf (parsefail)", "0 renew failure(s), 1 parse failure(s)");

    assertThat(before.differences(TreeSnapshot.of(sandbox.config()))).isEmpty();
  }

  @Test
  void a_conf_without_its_files_is_told() {
    certbot.issue("gone.example.test");
    FileTree.delete(sandbox.lineage("gone.example.test").archived("cert", 1));

    certbot.run("certificates").run().succeeded().says("gone.example.test.conf");
    certbot.renew().run().failed(1).says("gone.example.test.conf (parsefail)");
  }

  @Test
  void an_unknown_lineage_is_named() {
    certbot.run("delete", "--cert-name", "nobody").run().failed(1).says("nobody");
    certbot.renew("--cert-name", "nobody").run().failed(1).says("nobody");
    certbot.run("revoke", "--cert-name", "nobody").run().failed(1).says("nobody");
  }

  @Test
  void a_cert_path_that_is_no_certificate_is_named() {
    Path file = FileTree.write(sandbox.path("junk.pem"), "junk\n");

    certbot
        .withCa("revoke", "--cert-path", file.toString(), "--no-delete-after-revoke")
        .with("--agree-tos", "-m", "a@example.test")
        .run()
        .failed(1);
    certbot
        .withCa("revoke", "--cert-path", sandbox.path("none.pem").toString())
        .with("--agree-tos", "-m", "a@example.test")
        .run()
        .failed(1)
        .says("none.pem");
  }

  @Test
  void an_account_file_that_is_damaged_is_named() {
    certbot.issue("acc.example.test");
    Path file = certbot.accountDirectory().orElseThrow().resolve("regr.json");
    FileTree.write(file, "{broken");

    certbot.withCa("show_account").run().failed(1);
  }

  @Test
  void a_config_file_with_an_unknown_key_is_a_usage_error() {
    Path ini = FileTree.write(sandbox.path("my.ini"), "no-such-key = 1\n");

    certbot.run("certificates", "-c", ini.toString()).run().failed(2).says("no-such-key");
    certbot
        .run("certificates", "-c", sandbox.path("none.ini").toString())
        .run()
        .failed(2)
        .says("none.ini");
  }
}
