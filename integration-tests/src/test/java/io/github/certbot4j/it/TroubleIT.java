package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trouble that the machine makes: locks, permissions, a full disk. */
class TroubleIT {
  @RegisterExtension
  static final TestCa CA = new TestCa(PebbleSettings.usual().authorizationReuse(100));

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;

  @BeforeEach
  void chooseProgram() {
    certbot = Certbot.ours(sandbox, CA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs", "config", "work"})
  void a_directory_that_another_run_holds_is_an_error_at_once(String directory) throws IOException {
    Path lock = sandbox.path(directory).resolve(".certbot.lock");
    FileTree.directory(lock.getParent());
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      certbot
          .run("certificates")
          .run()
          .failed(1)
          .says("nother instance", Long.toString(ProcessHandle.current().pid()));
    }
    certbot.run("certificates").run().succeeded();
    assertThat(lock).doesNotExist();
  }

  @Test
  void a_lock_file_that_was_left_behind_does_not_matter() {
    for (String directory : List.of("logs", "config", "work")) {
      FileTree.write(sandbox.path(directory).resolve(".certbot.lock"), "");
    }

    certbot.run("certificates").run().succeeded();
  }

  @Test
  void a_user_without_permission_is_told_what_to_do() {
    certbot.issue("root.example.test");
    FileTree.mode(sandbox.config(), "rwx------");
    TreeSnapshot before = TreeSnapshot.of(sandbox.config());
    Certbot reachable = Certbot.ofCopy(sandbox, CA);

    Outcome outcome = reachable.run("certificates").asNobody().run().failed(1);

    outcome.says("--config-dir", "--work-dir", "--logs-dir", "root");
    assertThat(before.differences(TreeSnapshot.of(sandbox.config()))).isEmpty();
  }

  @Test
  void a_user_without_privileges_can_use_directories_of_its_own() throws Exception {
    FileTree.mode(sandbox.root(), "rwxrwxrwx");
    Certbot reachable = Certbot.ofCopy(sandbox, CA);

    reachable.certonly("--standalone", "-d", "nobody.example.test").asNobody().run().succeeded();
    reachable.renew("--force-renewal").asNobody().run().succeeded();

    sandbox.lineage("nobody.example.test").isWhole();
    assertThat(Files.getOwner(sandbox.lineage("nobody.example.test").live("privkey")).getName())
        .isNotEqualTo("root");
  }

  @Test
  void a_conf_that_cannot_be_read_does_not_stop_the_others() {
    FileTree.mode(sandbox.root(), "rwxrwxrwx");
    Certbot reachable = Certbot.ofCopy(sandbox, CA);
    reachable.certonly("--standalone", "-d", "ok.example.test").asNobody().run().succeeded();
    FileTree.mode(
        FileTree.write(sandbox.renewalConf("secret.example.test"), "version = 1\n"), "---------");

    reachable
        .renew("--force-renewal")
        .asNobody()
        .run()
        .failed(1)
        .says("secret.example.test.conf (parsefail)", "ok.example.test/fullchain.pem (success)");
  }

  @Test
  void a_full_disk_harms_no_lineage_and_the_next_run_goes_on() throws Exception {
    FileTree.directory(sandbox.config());
    try (SmallDisk disk = new SmallDisk(sandbox.config(), 512)) {
      certbot.issue("disk.example.test");
      disk.fill();

      certbot.renew("--force-renewal").run().failed(1).says("disk.example.test");

      Lineage lineage = sandbox.lineage("disk.example.test").isWhole();
      assertThat(lineage.version()).isEqualTo(1);
      disk.free();
      certbot.renew("--force-renewal").run().succeeded();
      assertThat(lineage.isWhole().version()).isPositive();
      certbot.run("certificates").run().succeeded().says("VALID: 89 days");
    }
  }

  @Test
  void a_full_disk_at_the_first_certificate_is_told_and_can_be_mended() throws Exception {
    FileTree.directory(sandbox.config());
    certbot
        .withCa("register", "--agree-tos", "-m", "a@example.test", "--no-eff-email")
        .run()
        .succeeded();
    Path account = sandbox.path("accounts");
    FileTree.copy(sandbox.config().resolve("accounts"), account);
    try (SmallDisk disk = new SmallDisk(sandbox.config(), 512)) {
      FileTree.copy(account, sandbox.config().resolve("accounts"));
      disk.fill();

      certbot.certonly("--standalone", "-d", "new.example.test").run().failed(1).says("space");

      disk.free();
      certbot.issue("new.example.test");
      sandbox.lineage("new.example.test").isWhole();
      assertThat(sandbox.lineage("new.example.test-0001").exists()).isFalse();
    }
  }
}
