package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one program stores in a renewal configuration, the other renews with and keeps. */
class StoredOptionsIT {
  @RegisterExtension static final TestCa CA = new TestCa(PebbleSettings.usual().takingEveryNonce());

  private static final String NAME = "stored.example.test";

  /** Every option that is kept, with a value that isn't its default. */
  private static final List<String> ON_THE_LINE =
      List.of(
          "--reuse-key",
          "--allow-subset-of-names",
          "--no-autorenew",
          "--must-staple",
          "--http-01-address",
          "127.0.0.1",
          "--key-type",
          "ecdsa",
          "--elliptic-curve",
          "secp384r1",
          "--preferred-chain",
          "No Such Root, of nobody",
          "--preferred-challenges",
          "http",
          "--pre-hook",
          "true 'a, b' # c",
          "--post-hook",
          "true \"x\"",
          "--deploy-hook",
          "true it's",
          "--user-agent",
          "agent/1 (a, b)");

  private static final List<String> IN_A_FILE =
      List.of(
          "reuse-key = true",
          "allow-subset-of-names = true",
          "no-autorenew = true",
          "must-staple = true",
          "http-01-address = 127.0.0.1",
          "key-type = ecdsa",
          "elliptic-curve = secp384r1",
          "preferred-chain = No Such Root",
          "preferred-challenges = http",
          "pre-hook = true before",
          "post-hook = true after",
          "deploy-hook = true done",
          "user-agent = agent/2");

  private static final List<String> KEYS =
      List.of(
          "reuse_key",
          "allow_subset_of_names",
          "autorenew",
          "must_staple",
          "http01_address",
          "http01_port",
          "key_type",
          "elliptic_curve",
          "preferred_chain",
          "pref_challs",
          "pre_hook",
          "post_hook",
          "renew_hook",
          "user_agent",
          "config_dir",
          "work_dir",
          "logs_dir",
          "server",
          "account",
          "authenticator");

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot ours;
  private Certbot original;

  @BeforeEach
  void choosePrograms() {
    ours = Certbot.ours(sandbox, CA);
    original = Certbot.original(sandbox, CA);
  }

  @Test
  void the_original_keeps_what_we_stored_from_a_command_line() throws IOException {
    ours.issue(ON_THE_LINE, NAME);
    isKeptBy(original);
  }

  @Test
  void we_keep_what_the_original_stored_from_a_command_line() throws IOException {
    original.issue(ON_THE_LINE, NAME);
    isKeptBy(ours);
  }

  @Test
  void the_original_keeps_what_we_stored_from_a_configuration_file() throws IOException {
    ours.issue(List.of("-c", configurationFile()), NAME);
    isKeptBy(original);
  }

  @Test
  void we_keep_what_the_original_stored_from_a_configuration_file() throws IOException {
    original.issue(List.of("-c", configurationFile()), NAME);
    isKeptBy(ours);
  }

  @Test
  void both_store_the_same() throws IOException {
    ours.issue(ON_THE_LINE, NAME);
    Map<String, String> byUs = stored();
    ours.run("delete", "--cert-name", NAME).run().succeeded();
    original.issue(ON_THE_LINE, NAME);
    assertThat(stored()).isEqualTo(byUs);
  }

  private void isKeptBy(Certbot other) throws IOException {
    Map<String, String> before = stored();
    assertThat(before).containsOnlyKeys(KEYS);
    other.renew("--force-renewal").run().succeeded();
    assertThat(sandbox.lineage(NAME).version()).isEqualTo(2);
    assertThat(stored()).isEqualTo(before);
  }

  private String configurationFile() throws IOException {
    Path file = sandbox.config().resolveSibling("options.ini");
    return Files.writeString(file, String.join("\n", IN_A_FILE) + "\n").toString();
  }

  private Map<String, String> stored() throws IOException {
    Map<String, String> params = new TreeMap<>();
    boolean inside = false;
    for (String line :
        Files.readAllLines(sandbox.config().resolve("renewal").resolve(NAME + ".conf"))) {
      if (line.startsWith("[")) {
        inside = line.equals("[renewalparams]");
      } else if (inside && line.contains(" = ")) {
        int equals = line.indexOf(" = ");
        params.put(line.substring(0, equals), line.substring(equals + 3));
      }
    }
    return params;
  }
}
