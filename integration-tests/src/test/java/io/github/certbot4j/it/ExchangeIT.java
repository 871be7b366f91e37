package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The original and this program take turns on the same directories. */
class ExchangeIT {
  @RegisterExtension
  static final TestCa CA =
      new TestCa(PebbleSettings.usual().authorizationReuse(100).takingEveryNonce());

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot ours;
  private Certbot original;

  @BeforeEach
  void choosePrograms() {
    ours = Certbot.ours(sandbox, CA);
    original = Certbot.original(sandbox, CA);
  }

  @Test
  void the_original_lists_renews_revokes_and_deletes_what_we_issued() throws Exception {
    ours.issue("first.example.test", "www.first.example.test");
    ours.issue("second.example.test");

    takeOver(original, ours);
  }

  @Test
  void we_list_renew_revoke_and_delete_what_the_original_issued() throws Exception {
    original.issue("first.example.test", "www.first.example.test");
    original.issue("second.example.test");

    takeOver(ours, original);
  }

  private void takeOver(Certbot taker, Certbot maker) throws Exception {
    Lineage first = sandbox.lineage("first.example.test").isWhole();
    Lineage second = sandbox.lineage("second.example.test").isWhole();
    assertThat(taker.listing())
        .isEqualTo(maker.listing())
        .contains("first.example.test", "second.example.test", first.serial());

    taker.renew("--force-renewal").run().succeeded();
    assertThat(first.isWhole().version()).isEqualTo(2);
    assertThat(first.names()).contains("www.first.example.test");
    assertThat(maker.listing()).isEqualTo(taker.listing()).contains(first.serial());

    String serial = second.serial();
    taker.run("revoke", "--cert-name", second.name()).run().succeeded();
    assertThat(CA.pebble().certificateRecord(serial)).contains("\"Status\": \"Revoked\"");
    assertThat(second.exists()).isFalse();
    taker.run("delete", "--cert-name", first.name()).run().succeeded();
    assertThat(maker.listing()).contains("No certificates found.");
    assertThat(FileTree.names(sandbox.config().resolve("archive"))).isEmpty();
    assertThat(FileTree.names(sandbox.config().resolve("live"))).containsExactly("README");
  }

  @Test
  void both_use_the_account_of_the_other() throws Exception {
    useAccountOf(ours, original, "oursfirst.example.test");
    FileTree.delete(sandbox.config());
    useAccountOf(original, ours, "theirsfirst.example.test");
  }

  private void useAccountOf(Certbot owner, Certbot guest, String name) {
    owner
        .withCa("register", "--agree-tos", "-m", "a@example.test", "--no-eff-email")
        .run()
        .succeeded();
    TreeSnapshot account = TreeSnapshot.of(owner.accountDirectory().orElseThrow());
    long accounts = CA.pebble().accounts();

    guest.issue(name);
    guest.withCa("show_account").run().succeeded().says("a@example.test");

    assertThat(CA.pebble().accounts()).isEqualTo(accounts);
    TreeSnapshot later = TreeSnapshot.of(owner.accountDirectory().orElseThrow());
    assertThat(account.differences(later)).isEmpty();
    guest.withCa("unregister").run().succeeded();
    assertThat(owner.accountDirectory()).isEmpty();
  }

  @Test
  void three_alternating_rounds_on_one_tree_leave_every_version_in_place() throws Exception {
    original.issue(List.of("--reuse-key", "--key-type", "rsa"), "reuse.example.test");
    ours.issue("both.example.test", "www.both.example.test");
    Lineage reuse = sandbox.lineage("reuse.example.test");
    Lineage both = sandbox.lineage("both.example.test");

    for (int round = 0; round < 3; round++) {
      ours.renew("--force-renewal").run().succeeded();
      assertThat(reuse.isWhole().version()).isEqualTo(2 + 2 * round);
      assertThat(both.isWhole().version()).isEqualTo(2 + 2 * round);
      assertThat(original.listing()).isEqualTo(ours.listing());
      original.renew("--force-renewal").run().succeeded();
      assertThat(reuse.isWhole().version()).isEqualTo(3 + 2 * round);
      assertThat(both.isWhole().version()).isEqualTo(3 + 2 * round);
      assertThat(ours.listing()).isEqualTo(original.listing());
    }

    assertThat(reuse.archived("privkey", 7)).hasSameTextualContentAs(reuse.archived("privkey", 1));
    assertThat(both.names()).containsExactly("both.example.test", "www.both.example.test");
    assertThat(CA.pebble().orders()).isGreaterThanOrEqualTo(14);
  }

  @Test
  void a_tree_with_hooks_moves_over_with_its_hooks() {
    Path log = sandbox.path("hooks.log");
    String hook = "echo \"it's, \\\"here\\\" # $RENEWED_DOMAINS\" >> " + log;
    original.issue(List.of("--deploy-hook", hook), "quoted.example.test");
    FileTree.write(log, "");

    ours.renew("--force-renewal").run().succeeded();
    original.renew("--force-renewal").run().succeeded();
    ours.renew("--force-renewal").run().succeeded();

    String line = "it's, \"here\" # quoted.example.test";
    assertThat(FileTree.read(log).lines()).containsExactly(line, line, line);
  }

  @Test
  void a_version_that_the_original_left_undeployed_is_deployed_by_us() throws Exception {
    original.issue("pending.example.test");
    Lineage lineage = sandbox.lineage("pending.example.test");
    original.renew("--force-renewal").run().succeeded();
    for (String kind : List.of("cert", "privkey", "chain", "fullchain")) {
      FileTree.delete(lineage.live(kind));
      Files.createSymbolicLink(
          lineage.live(kind), Path.of("../../archive/pending.example.test/" + kind + "1.pem"));
    }
    long orders = CA.pebble().orders();

    ours.renew().run().succeeded();

    assertThat(lineage.isWhole().version()).isEqualTo(2);
    assertThat(CA.pebble().orders()).isEqualTo(orders);
  }
}
