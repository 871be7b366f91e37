package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which hooks run when, and what they are told. */
class HooksIT {
  @RegisterExtension
  static final TestCa CA = new TestCa(PebbleSettings.usual().authorizationReuse(100));

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;
  private Path log;

  @BeforeEach
  void chooseProgram() {
    certbot = Certbot.ours(sandbox, CA);
    log = sandbox.path("hooks.log");
  }

  private List<String> lines() {
    return FileTree.read(log).lines().toList();
  }

  /** A hook that notes its name and what it was told. */
  private Path noting(String relative, String name) {
    return sandbox.script(
        relative, "echo \"" + name + " $RENEWED_DOMAINS $RENEWED_LINEAGE\" >> " + log);
  }

  @Test
  void the_hooks_of_options_run_in_order_and_are_remembered() {
    Path live = sandbox.config().resolve("live/hook.example.test");
    certbot.issue(
        List.of(
            "--pre-hook", "echo pre >> " + log,
            "--post-hook", "echo post >> " + log,
            "--deploy-hook", noting("deploy", "deploy").toString()),
        "hook.example.test",
        "www.hook.example.test");
    String told = "deploy hook.example.test www.hook.example.test " + live;
    assertThat(lines()).hasSize(3).startsWith("pre").contains(told, "post");

    FileTree.write(log, "");
    certbot.renew("--force-renewal").run().succeeded();

    assertThat(lines()).containsExactly("pre", told, "post");
  }

  @Test
  void executables_of_the_hook_directories_run_at_renewal() {
    certbot.issue("dir.example.test");
    for (String kind : List.of("pre", "deploy", "post")) {
      String directory = "config/renewal-hooks/" + kind + "/";
      noting(directory + "20-second", kind + "-2");
      noting(directory + "10-first", kind + "-1");
      noting(directory + "30-backup~", kind + "-backup");
      FileTree.mode(noting(directory + "40-plain", kind + "-plain"), "rw-r--r--");
    }

    certbot.renew("--force-renewal").run().succeeded();

    assertThat(lines().stream().map(line -> line.split(" ")[0]))
        .containsExactly("pre-1", "pre-2", "deploy-1", "deploy-2", "post-1", "post-2");
    assertThat(lines().get(2))
        .contains("dir.example.test " + sandbox.config().resolve("live/dir.example.test"));
    FileTree.write(log, "");
    certbot.renew("--force-renewal", "--no-directory-hooks").run().succeeded();
    assertThat(lines()).isEmpty();
  }

  @Test
  void one_pre_and_one_post_hook_serve_several_lineages() {
    String[] hooks = {"--pre-hook", "echo pre >> " + log, "--post-hook", "echo post >> " + log};
    certbot.issue(List.of(hooks), "h1.example.test");
    certbot.issue(List.of(hooks), "h2.example.test");
    FileTree.write(log, "");

    certbot.renew("--force-renewal").run().succeeded();

    assertThat(lines()).containsExactly("pre", "post");
  }

  @Test
  void nothing_due_runs_no_hook() {
    certbot.issue("none.example.test");
    noting("config/renewal-hooks/pre/x", "pre");
    noting("config/renewal-hooks/post/x", "post");

    certbot.renew().run().succeeded();

    assertThat(log).doesNotExist();
  }

  @Test
  void a_rehearsal_runs_no_deploy_hook() {
    certbot.issue(List.of("--post-hook", "echo post >> " + log), "dry.example.test");
    FileTree.write(log, "");
    noting("config/renewal-hooks/deploy/x", "deploy");

    certbot
        .renew("--dry-run", "--server", CA.pebble().directoryUrl())
        .run()
        .succeeded()
        .says("renewal-hooks/deploy/x");

    assertThat(lines()).containsExactly("post");
  }

  @Test
  void a_hook_that_fails_is_told_and_stops_nothing() throws Exception {
    Path bad = sandbox.script("bad", "echo oops >&2; exit 7");
    certbot.issue(
        List.of("--pre-hook", bad.toString(), "--deploy-hook", bad.toString()), "f.example.test");

    Outcome outcome = certbot.renew("--force-renewal").run().succeeded();

    outcome.says(bad.toString(), "error code 7", "oops");
    assertThat(sandbox.lineage("f.example.test").isWhole().version()).isEqualTo(2);
  }

  @Test
  void a_hook_that_does_not_exist_is_refused_before_any_work() {
    long orders = CA.pebble().orders();

    certbot
        .certonly("--standalone", "-d", "g.example.test", "--pre-hook", "/no/such/hook -x")
        .run()
        .failed(1)
        .says("/no/such/hook");

    assertThat(CA.pebble().orders()).isEqualTo(orders);
  }

  @Test
  void the_post_hook_runs_even_when_the_challenge_failed() {
    CA.names().breakName("badhook.example.test");

    certbot
        .certonly("--standalone", "-d", "badhook.example.test")
        .with("--http-01-address", "127.0.0.1")
        .with("--pre-hook", "echo pre >> " + log, "--post-hook", "echo post >> " + log)
        .run()
        .failed(1);

    assertThat(lines()).containsExactly("pre", "post");
  }

  @Test
  void the_output_of_hooks_does_not_break_a_quiet_run() {
    certbot.issue(List.of("--deploy-hook", "echo chatty"), "talk.example.test");

    Outcome outcome = certbot.renew("-q", "--force-renewal").run().succeeded();

    assertThat(outcome.text()).isEmpty();
  }
}
