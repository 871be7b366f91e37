package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code renew} does with what it finds, and what it leaves alone. */
class RenewIT {
  @RegisterExtension
  static final TestCa CA = new TestCa(PebbleSettings.usual().authorizationReuse(100));

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;

  @BeforeEach
  void chooseProgram() {
    certbot = Certbot.ours(sandbox, CA);
  }

  @Test
  void with_no_lineage_there_is_nothing_to_do() {
    certbot.renew().run().succeeded().says("No renewals were attempted");
  }

  @Test
  void what_is_not_due_is_left_alone_and_a_ca_without_renewal_information_is_asked_but_once() {
    certbot.issue("later.example.test");
    TreeSnapshot before = TreeSnapshot.of(sandbox.config());
    certbot.renew().run().succeeded();
    String log = CA.pebble().log();

    certbot
        .renew()
        .run()
        .succeeded()
        .says("later.example.test/fullchain.pem expires on", "skipped");

    assertThat(before.differences(TreeSnapshot.of(sandbox.config()))).isEmpty();
    assertThat(CA.pebble().log()).isEqualTo(log);
  }

  @Test
  void a_quiet_run_with_nothing_due_says_nothing_at_all() {
    certbot.issue("quiet.example.test");

    Outcome outcome = certbot.renew("-q").run().succeeded();

    assertThat(outcome.text()).isEmpty();
  }

  @Test
  void a_quiet_run_that_renews_says_nothing_either() {
    certbot.issue("quiet.example.test");

    Outcome outcome = certbot.renew("-q", "--force-renewal").run().succeeded();

    assertThat(outcome.text()).isEmpty();
    assertThat(sandbox.lineage("quiet.example.test").version()).isEqualTo(2);
  }

  @Test
  void only_the_one_that_is_due_is_renewed() throws Exception {
    certbot.issue("due.example.test");
    certbot.issue("notdue.example.test");
    makeDue("due.example.test");
    String serial = sandbox.lineage("due.example.test").serial();

    certbot.renew().run().succeeded().says("due.example.test/fullchain.pem (success)", "(skipped)");

    Lineage due = sandbox.lineage("due.example.test").isWhole();
    assertThat(due.version()).isEqualTo(2);
    assertThat(due.serial()).isNotEqualTo(serial);
    assertThat(due.names()).containsExactly("due.example.test");
    assertThat(sandbox.lineage("notdue.example.test").version()).isEqualTo(1);
    assertThat(FileTree.read(sandbox.renewalConf("due.example.test")))
        .as("the user's own setting")
        .contains("renew_before_expiry = 9999 days");
  }

  @Test
  void certonly_keeps_what_is_not_due_and_renews_what_is() throws Exception {
    certbot.issue("again.example.test");
    long orders = CA.pebble().orders();

    certbot.issue("again.example.test").says("not yet due");

    assertThat(CA.pebble().orders()).isEqualTo(orders);
    makeDue("again.example.test");
    certbot.issue("again.example.test");
    assertThat(sandbox.lineage("again.example.test").isWhole().version()).isEqualTo(2);
  }

  @Test
  void more_names_expand_a_lineage_when_that_is_said() throws Exception {
    certbot.issue("exp.example.test");

    certbot
        .certonly("--standalone", "-d", "exp.example.test,www.exp.example.test")
        .run()
        .failed(1)
        .says("--expand");
    certbot.issue(List.of("--expand"), "exp.example.test", "www.exp.example.test");

    Lineage lineage = sandbox.lineage("exp.example.test").isWhole();
    assertThat(lineage.version()).isEqualTo(2);
    assertThat(lineage.names()).contains("www.exp.example.test");
  }

  @Test
  void a_rehearsal_of_a_renewal_changes_no_file() {
    certbot.issue("dry.example.test");
    TreeSnapshot before = TreeSnapshot.of(sandbox.config());
    long orders = CA.pebble().orders();

    certbot
        .renew("--dry-run", "--server", CA.pebble().directoryUrl())
        .run()
        .succeeded()
        .says("simulated");

    assertThat(before.differences(TreeSnapshot.of(sandbox.config()))).isEmpty();
    assertThat(CA.pebble().orders()).isGreaterThan(orders);
  }

  @Test
  void a_rehearsal_of_a_first_certificate_leaves_only_an_account() {
    certbot
        .certonly("--standalone", "-d", "first.example.test", "--dry-run")
        .run()
        .succeeded()
        .says("dry run");

    assertThat(FileTree.names(sandbox.config().resolve("live"))).isEmpty();
    assertThat(FileTree.names(sandbox.config().resolve("archive"))).isEmpty();
    assertThat(FileTree.names(sandbox.config().resolve("keys"))).isEmpty();
    assertThat(FileTree.names(sandbox.config().resolve("renewal"))).isEmpty();
    assertThat(certbot.accountDirectory()).isPresent();
  }

  @Test
  void the_name_whose_challenge_failed_is_told_with_the_reason() {
    CA.names().breakName("bad.example.test");

    Outcome outcome =
        certbot
            .certonly("--standalone", "-d", "good.example.test", "-d", "bad.example.test")
            .with("--http-01-address", "127.0.0.1")
            .run()
            .failed(1)
            .says("Domain: bad.example.test", "Type:   connection", "Detail:");

    assertThat(outcome.text()).doesNotContain("Domain: good.example.test");
    assertThat(sandbox.lineage("good.example.test").exists()).isFalse();
    assertThat(FreePorts.isFree(CA.pebble().challengePort())).isTrue();
  }

  @Test
  void a_subset_of_the_names_is_enough_when_that_is_allowed() throws Exception {
    CA.names().breakName("bad.example.test");

    certbot
        .certonly("--standalone", "--allow-subset-of-names", "--http-01-address", "127.0.0.1")
        .with("-d", "sub.example.test", "-d", "bad.example.test")
        .run()
        .succeeded();

    assertThat(sandbox.lineage("sub.example.test").isWhole().names())
        .containsExactly("sub.example.test");
  }

  @Test
  void a_lineage_that_fails_does_not_stop_the_next() throws Exception {
    Path root = FileTree.directory(sandbox.path("www"));
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      web.host("a-fails.example.test", root);
      String auth = sandbox.script("auth", "true").toString();
      certbot
          .certonly("--webroot", "-w", root.toString(), "-d", "a-fails.example.test")
          .run()
          .succeeded();
      FileTree.replace(
          sandbox.renewalConf("a-fails.example.test"),
          "authenticator = webroot",
          "authenticator = manual\nmanual_auth_hook = " + auth + "-is-gone");
    }
    certbot.issue("b-works.example.test");
    FileTree.write(sandbox.renewalConf("c-broken.example.test"), "no = sense\n");
    breakServer("a-fails.example.test");

    Outcome outcome = certbot.renew("--force-renewal").run().failed(1);

    outcome.says(
        "a-fails.example.test/fullchain.pem (failure)",
        "b-works.example.test/fullchain.pem (success)",
        "c-broken.example.test.conf (parsefail)",
        "1 renew failure(s), 1 parse failure(s)");
    assertThat(sandbox.lineage("a-fails.example.test").isWhole().version()).isEqualTo(1);
    assertThat(sandbox.lineage("b-works.example.test").isWhole().version()).isEqualTo(2);
  }

  @Test
  void a_ca_that_cannot_be_reached_is_named() throws Exception {
    certbot.issue("lonely.example.test");
    int port = breakServer("lonely.example.test");
    TreeSnapshot before = TreeSnapshot.of(sandbox.config());

    certbot
        .renew("--force-renewal")
        .run()
        .failed(1)
        .says("lonely.example.test", "localhost", Integer.toString(port));

    assertThat(before.differences(TreeSnapshot.of(sandbox.config()))).isEmpty();
  }

  @Test
  void an_account_that_the_ca_no_longer_takes_is_an_error_of_that_lineage() throws Exception {
    certbot.issue("refused.example.test");
    Path account = certbot.accountDirectory().orElseThrow();
    Path copy = sandbox.path("copy");
    FileTree.copy(account, copy);
    certbot.withCa("unregister").run().succeeded();
    FileTree.directory(account.getParent());
    FileTree.move(copy, account);

    certbot.renew("--force-renewal").run().failed(1).says("refused.example.test");

    assertThat(sandbox.lineage("refused.example.test").isWhole().version()).isEqualTo(1);
  }

  /** Lets the account be known at a server that nobody runs; gives its port. */
  private int breakServer(String name) {
    int port = FreePorts.findOne();
    Path account = certbot.accountDirectory().orElseThrow();
    Path known = sandbox.config().resolve("accounts").resolve("localhost:" + port).resolve("dir");
    FileTree.directory(known);
    FileTree.copy(account, known.resolve(account.getFileName()));
    FileTree.replace(
        sandbox.renewalConf(name),
        "server = " + CA.pebble().directoryUrl(),
        "server = https://localhost:" + port + "/dir");
    return port;
  }

  private void makeDue(String name) {
    Path conf = sandbox.renewalConf(name);
    FileTree.write(conf, "renew_before_expiry = 9999 days\n" + FileTree.read(conf));
  }

  @Test
  void a_certificate_of_few_days_is_not_renewed_at_every_run() throws Exception {
    try (TestCa shortLived = new TestCa(PebbleSettings.usual().valid(Duration.ofDays(5))).start()) {
      Certbot patient = Certbot.ours(sandbox, shortLived);
      patient.issue("short.example.test");

      patient.renew().run().succeeded().says("(skipped)");
    }
    assertThat(sandbox.lineage("short.example.test").isWhole().version()).isEqualTo(1);
  }

  @Test
  void a_certificate_that_has_expired_is_renewed() throws Exception {
    try (TestCa hasty = new TestCa(PebbleSettings.usual().valid(Duration.ofSeconds(1))).start()) {
      Certbot hurried = Certbot.ours(sandbox, hasty);
      hurried.issue("over.example.test");

      hurried.renew().run().succeeded().says("(success)");
    }
    assertThat(sandbox.lineage("over.example.test").isWhole().version()).isEqualTo(2);
  }

  @Test
  void autorenew_off_keeps_a_lineage_from_being_renewed() throws GeneralSecurityException {
    certbot.issue(List.of("--no-autorenew"), "off.example.test");
    makeDue("off.example.test");

    certbot.renew().run().succeeded();

    assertThat(sandbox.lineage("off.example.test").version()).isEqualTo(1);
  }
}
