package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How certificates end, and what stays on disk. */
class RevokeAndDeleteIT {
  private static final String NAME = "end.example.test";

  @RegisterExtension
  static final TestCa CA = new TestCa(PebbleSettings.usual().authorizationReuse(100));

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;
  private Lineage lineage;

  @BeforeEach
  void issue() {
    certbot = Certbot.ours(sandbox, CA);
    certbot.issue(NAME);
    lineage = sandbox.lineage(NAME);
  }

  @Test
  void the_account_revokes_by_name_and_the_files_go_too() throws Exception {
    String serial = lineage.serial();

    certbot.run("revoke", "--cert-name", NAME).run().succeeded().says("revoked", NAME);

    assertThat(CA.pebble().certificateRecord(serial)).contains("\"Status\": \"Revoked\"");
    assertThat(lineage.exists()).isFalse();
    assertThat(lineage.archive()).doesNotExist();
    assertThat(lineage.live("cert").getParent()).doesNotExist();
  }

  @Test
  void the_files_stay_when_that_is_asked_for_and_the_reason_reaches_the_ca() throws Exception {
    certbot
        .withCa("revoke", "--cert-path", lineage.live("cert").toString())
        .with("--reason", "superseded", "--no-delete-after-revoke")
        .run()
        .succeeded();

    assertThat(CA.pebble().certificateRecord(lineage.serial()))
        .contains("\"Status\": \"Revoked\"", "\"Reason\": 4");
    lineage.isWhole();
  }

  @Test
  void the_key_of_the_certificate_revokes_without_an_account() throws Exception {
    Path cert = Files.copy(lineage.live("cert"), sandbox.path("cert.pem"));
    Path key = Files.copy(lineage.live("privkey"), sandbox.path("key.pem"));
    FileTree.delete(sandbox.config().resolve("accounts"));

    certbot
        .withCa("revoke", "--cert-path", cert.toString(), "--key-path", key.toString())
        .with("--reason", "keycompromise", "--no-delete-after-revoke")
        .run()
        .succeeded();

    assertThat(CA.pebble().certificateRecord(lineage.serial()))
        .contains("\"Status\": \"Revoked\"", "\"Reason\": 1");
    assertThat(certbot.accountDirectory()).isEmpty();
  }

  @Test
  void a_key_of_another_certificate_is_refused_before_the_ca_is_asked() {
    certbot.issue("other.example.test");
    long before = CA.pebble().requests("/revoke-cert");

    certbot
        .withCa("revoke", "--cert-path", lineage.live("cert").toString())
        .with("--key-path", sandbox.lineage("other.example.test").live("privkey").toString())
        .run()
        .failed(1);

    assertThat(CA.pebble().requests("/revoke-cert")).isEqualTo(before);
    assertThat(lineage.exists()).isTrue();
  }

  @Test
  void a_second_revocation_is_told_as_the_cas_refusal() {
    String[] revoke = {"revoke", "--cert-name", NAME, "--no-delete-after-revoke"};
    certbot.run(revoke).run().succeeded();

    certbot.run(revoke).run().failed(1).says("already");

    assertThat(lineage.exists()).isTrue();
  }

  @Test
  void revoke_wants_a_name_or_a_path() {
    certbot.withCa("revoke").run().failed(1).says("--cert-name", "--cert-path");
  }

  @Test
  void delete_takes_one_lineage_and_leaves_the_others() throws Exception {
    certbot.issue("stay.example.test");
    long orders = CA.pebble().orders();

    certbot.run("delete", "--cert-name", NAME).run().succeeded().says(NAME);

    assertThat(lineage.exists()).isFalse();
    assertThat(lineage.archive()).doesNotExist();
    assertThat(lineage.live("cert").getParent()).doesNotExist();
    sandbox.lineage("stay.example.test").isWhole();
    assertThat(CA.pebble().orders()).isEqualTo(orders);
    certbot.run("delete", "--cert-name", NAME).run().failed(1).says(NAME);
  }

  @Test
  void update_symlinks_follows_an_archive_that_was_moved() throws Exception {
    Path moved = sandbox.config().resolve("moved/end");
    FileTree.directory(moved.getParent());
    FileTree.move(lineage.archive(), moved);
    FileTree.replace(
        sandbox.renewalConf(NAME), "archive_dir = " + lineage.archive(), "archive_dir = " + moved);

    certbot.run("update_symlinks").run().succeeded();

    for (String kind : List.of("cert", "privkey", "chain", "fullchain")) {
      assertThat(Files.readSymbolicLink(lineage.live(kind)))
          .isEqualTo(Path.of("../../moved/end/" + kind + "1.pem"));
    }
    certbot.renew("--force-renewal").run().succeeded();
    assertThat(lineage.version()).isEqualTo(2);
    assertThat(moved.resolve("cert2.pem")).exists();
  }
}
