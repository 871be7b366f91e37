package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every kind of lineage that the original makes, made by it and then handed to this program. */
class LineageKindsIT {
  @RegisterExtension
  static final TestCa CA =
      new TestCa(PebbleSettings.usual().authorizationReuse(100).takingEveryNonce());

  private static Sandbox sandbox;
  private static Certbot original;
  private static Path pristine;
  private static final Map<String, Integer> VERSIONS = new LinkedHashMap<>();
  private Certbot ours;

  @BeforeAll
  static void letTheOriginalMakeThem() throws Exception {
    sandbox = Sandbox.open();
    original = Certbot.original(sandbox, CA);
    VERSIONS.clear();
    makeWebroots();
    makeManual();
    makeStandalone();
    makeGap();
    VERSIONS.put("due.example.test", 1);
    original.issue("due.example.test");
    Path conf = sandbox.renewalConf("due.example.test");
    FileTree.write(conf, "renew_before_expiry = 9999 days\n" + FileTree.read(conf));
    pristine = sandbox.path("pristine");
    FileTree.copy(sandbox.config(), pristine);
  }

  @AfterAll
  static void removeThem() {
    sandbox.close();
  }

  @BeforeEach
  void restore() {
    FileTree.delete(sandbox.config());
    FileTree.copy(pristine, sandbox.config());
    ours = Certbot.ours(sandbox, CA);
  }

  private static void makeWebroots() throws IOException {
    Path a = FileTree.directory(sandbox.path("www/a"));
    Path b = FileTree.directory(sandbox.path("www/b"));
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      List.of("web", "www.web", "map1", "map2")
          .forEach(name -> web.host(name + ".example.test", a));
      web.host("img.web.example.test", b).host("img.map.example.test", b);
      original
          .certonly("--webroot", "-w", a.toString(), "-d", "web.example.test")
          .with("-d", "www.web.example.test", "-w", b.toString(), "-d", "img.web.example.test")
          .run()
          .succeeded();
      String map =
          "{\"map1.example.test,map2.example.test\":\"%s\",\"img.map.example.test\":\"%s\"}"
              .formatted(a, b);
      original.certonly("--webroot", "--webroot-map", map, "--key-type", "rsa").run().succeeded();
    }
    VERSIONS.put("web.example.test", 1);
    VERSIONS.put("map1.example.test", 1);
  }

  private static void makeManual() {
    String host = "\\\"host\\\":\\\"_acme-challenge.$CERTBOT_DOMAIN.\\\"";
    String body = "{" + host + ",\\\"value\\\":\\\"$CERTBOT_VALIDATION\\\"}";
    String post = "curl -sSf -o /dev/null -d \"%s\" " + CA.names().managementUrl() + "/set-txt";
    Path auth = sandbox.script("auth", post.formatted(body));
    Path cleanup = sandbox.script("cleanup", "true");
    original
        .certonly("--manual", "--manual-auth-hook", auth.toString())
        .with("--manual-cleanup-hook", cleanup.toString(), "--preferred-challenges", "dns")
        .with("-d", "*.wild.example.test", "-d", "wild.example.test")
        .run()
        .succeeded();
    VERSIONS.put("wild.example.test", 1);
  }

  private static void makeStandalone() throws IOException {
    String out = " >> " + sandbox.path("hooks.log");
    original.issue(
        List.of(
            "--key-type",
            "rsa",
            "--rsa-key-size",
            "3072",
            "--pre-hook",
            "echo \"pre, it's # one\"" + out,
            "--post-hook",
            "echo 'post \"two\"'" + out,
            "--deploy-hook",
            "echo deploy $RENEWED_DOMAINS" + out),
        "alone.example.test");
    original.issue(List.of("--duplicate", "--key-type", "ecdsa"), "alone.example.test");
    original.issue(
        List.of("--key-type", "ecdsa", "--elliptic-curve", "secp384r1", "--must-staple"),
        "ec384.example.test");
    original.issue(List.of("--reuse-key", "--http-01-address", "127.0.0.1"), "reuse.example.test");
    original.renew("--force-renewal", "--cert-name", "reuse.example.test").run().succeeded();
    original.issue(List.of("--key-type", "rsa"), "migrated.example.test");
    FileTree.mode(sandbox.lineage("migrated.example.test").archived("privkey", 1), "rw-r-----");
    original.issue(
        List.of("--cert-name", "migrated.example.test", "--key-type", "ecdsa", "--force-renewal"),
        "migrated.example.test");
    original.issue(
        List.of("--cert-name", "named", "--allow-subset-of-names", "--installer", "null"),
        "a.named.example.test",
        "b.named.example.test");
    VERSIONS.put("alone.example.test", 1);
    VERSIONS.put("alone.example.test-0001", 1);
    VERSIONS.put("ec384.example.test", 1);
    VERSIONS.put("reuse.example.test", 2);
    VERSIONS.put("migrated.example.test", 2);
    VERSIONS.put("named", 1);
  }

  private static void makeGap() throws IOException {
    original.issue("gap.example.test");
    Lineage gap = sandbox.lineage("gap.example.test");
    Files.copy(gap.archived("cert", 1), gap.archived("cert", 4));
    VERSIONS.put("gap.example.test", 4);
  }

  @Test
  void the_listing_is_that_of_the_original_to_the_byte() {
    assertThat(ours.listing()).isEqualTo(original.listing());
    assertThat(ours.run("certificates", "-d", "web.example.test").run().succeeded().out())
        .isEqualTo(original.run("certificates", "-d", "web.example.test").run().out());
    assertThat(ours.run("certificates", "--cert-name", "nobody").run().succeeded().out())
        .isEqualTo(original.run("certificates", "--cert-name", "nobody").run().out());
  }

  @Test
  void a_listing_changes_nothing() {
    TreeSnapshot before = TreeSnapshot.of(sandbox.config());

    ours.listing();

    assertThat(before.differences(TreeSnapshot.of(sandbox.config()))).isEmpty();
  }

  @Test
  void all_are_renewed_with_their_options_and_go_back_to_the_original() throws Exception {
    Map<String, Map<String, String>> before = options();

    ours.renew("--force-renewal").run().succeeded();

    assertEachIsAt(1);
    assertThat(options()).isEqualTo(before);
    Path key = sandbox.lineage("migrated.example.test").archived("privkey", 3);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-r-----");
    assertThat(original.listing()).isEqualTo(ours.listing());
    original.renew("--force-renewal").run().succeeded();
    assertEachIsAt(2);
  }

  private static void assertEachIsAt(int renewals) throws Exception {
    for (Map.Entry<String, Integer> made : VERSIONS.entrySet()) {
      Lineage lineage = sandbox.lineage(made.getKey()).isWhole();
      assertThat(lineage.version()).as(made.getKey()).isEqualTo(made.getValue() + renewals);
    }
  }

  @Test
  void only_the_due_one_is_renewed_when_nothing_is_forced() throws Exception {
    ours.renew().run().succeeded();

    assertThat(sandbox.lineage("due.example.test").isWhole().version()).isEqualTo(2);
    assertThat(sandbox.lineage("web.example.test").isWhole().version()).isEqualTo(1);
  }

  @Test
  void each_can_be_deleted() {
    for (String name : VERSIONS.keySet()) {
      ours.run("delete", "--cert-name", name).run().succeeded();
    }

    assertThat(original.listing()).contains("No certificates found.");
    assertThat(FileTree.names(sandbox.config().resolve("archive"))).isEmpty();
    assertThat(FileTree.names(sandbox.config().resolve("live"))).containsExactly("README");
  }

  /** Section {@code renewalparams} of each lineage, less what is the default here. */
  private static Map<String, Map<String, String>> options() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (String name : VERSIONS.keySet()) {
      String text = FileTree.read(sandbox.renewalConf(name));
      all.put(
          name,
          text.substring(text.indexOf("[renewalparams]"))
              .lines()
              .filter(line -> line.contains(" = ") && !line.equals("key_type = rsa"))
              .map(line -> line.split(" = ", 2))
              .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }
    return all;
  }
}
