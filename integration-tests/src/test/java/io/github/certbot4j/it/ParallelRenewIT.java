package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code renew --parallel}: several certificates are obtained at the same time. */
class ParallelRenewIT {
  private static final int WIDTH = 4;

  @RegisterExtension
  static final TestCa CA =
      new TestCa(PebbleSettings.usual().authorizationReuse(100).takingEveryNonce());

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Certbot certbot;
  private Path root;
  private Path log;
  private GatheringServer web;

  @BeforeEach
  void startWebServer() throws IOException {
    certbot = Certbot.ours(sandbox, CA);
    root = sandbox.path("www");
    log = sandbox.path("log");
    web = new GatheringServer(CA.pebble().challengePort(), root);
  }

  @AfterEach
  void stopWebServer() {
    web.close();
  }

  @Test
  void twenty_due_lineages_overlap_and_one_that_fails_stops_none_and_no_hook_meets_another()
      throws Exception {
    List<String> names = issue("n", 20, "--deploy-hook", exclusive("deploy").toString());
    String broken = names.get(6);
    CA.names().breakName(broken);
    long directories = CA.pebble().requests("/dir");
    long nonces = CA.pebble().requests("/nonce-plz");
    web.gather(WIDTH);
    FileTree.write(log, "");

    Outcome outcome =
        renew("--pre-hook", exclusive("pre").toString(), "--post-hook", "echo post >> " + log);

    outcome.failed(1);
    assertThat(web.hasGathered()).as("validations overlap").isTrue();
    List<String> good = names.stream().filter(name -> !name.equals(broken)).toList();
    for (String name : good) {
      assertThat(sandbox.lineage(name).isWhole().version()).as(name).isEqualTo(2);
    }
    assertThat(sandbox.lineage(broken).isWhole().version()).isEqualTo(1);
    assertThat(outcome.out().lines().filter(line -> line.endsWith("(success)")))
        .as("in the order of the lineages")
        .containsExactlyElementsOf(
            good.stream()
                .map(name -> "  " + sandbox.lineage(name).live("fullchain") + " (success)")
                .toList());
    List<String> hooks = new ArrayList<>(List.of("pre"));
    good.forEach(name -> hooks.add("deploy " + name));
    hooks.add("post");
    assertThat(FileTree.read(log).lines()).containsExactlyElementsOf(hooks);
    assertThat(FileTree.names(root)).as("challenges are gone").isEmpty();
    assertThat(CA.pebble().requests("/dir") - directories).isEqualTo(1);
    assertThat(CA.pebble().requests("/nonce-plz") - nonces).isLessThanOrEqualTo(2 * WIDTH);
  }

  @Test
  void a_signal_takes_back_all_challenges_that_are_under_way() throws Exception {
    List<String> names = issue("s", WIDTH);
    // One more than there are, so that none is answered.
    web.gather(WIDTH + 1);
    ProgramRun.RunningProgram running =
        certbot
            .renew("--force-renewal", "--parallel", Integer.toString(WIDTH))
            .with("--post-hook", "touch " + log)
            .start();
    Path challenges = root.resolve(".well-known/acme-challenge");
    Patience.until(
        "all challenges are published", () -> FileTree.names(challenges).size() == WIDTH);

    String pid = Long.toString(running.process().pid());
    new ProgramRun(sandbox, List.of("kill", "-TERM", pid)).run().succeeded();
    Outcome outcome = running.finish(Duration.ofSeconds(30));

    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(143);
    assertThat(FileTree.names(root)).isEmpty();
    assertThat(log).exists();
    for (String name : names) {
      assertThat(sandbox.lineage(name).isWhole().version()).isEqualTo(1);
    }
    web.gather(0);
    // The orders that were broken off are carried on; the CA may still find them unanswered.
    Patience.until(
        "the CA has given up the broken-off validations and all is renewed",
        () -> certbot.renew("--force-renewal", "--parallel", "2").run().exit() == 0);
    assertThat(sandbox.lineage(names.get(0)).isWhole().version()).isGreaterThan(1);
  }

  @Test
  void the_standalone_servers_of_several_lineages_are_one() throws Exception {
    web.close();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      names.add("p" + i + ".example.test");
      certbot.issue(names.get(i));
    }

    renew().succeeded();

    for (String name : names) {
      assertThat(sandbox.lineage(name).isWhole().version()).isEqualTo(2);
    }
  }

  @Test
  void a_number_below_one_is_a_usage_error() {
    certbot.renew("--parallel", "0").run().failed(2).says("--parallel", "less than 1");
  }

  private Outcome renew(String... more) {
    return certbot.renew("--force-renewal", "--parallel", Integer.toString(WIDTH)).with(more).run();
  }

  private List<String> issue(String prefix, int count, String... more) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "%s%02d.example.test".formatted(prefix, i);
      certbot.certonly("--webroot", "-w", root.toString(), "-d", name).with(more).run().succeeded();
      names.add(name);
    }
    CA.pebble().forgetProvedNames(sandbox.config());
    return names;
  }

  /** A hook that notes its call, and says so if another one was running. */
  private Path exclusive(String kind) {
    String lock = sandbox.path("running").toString();
    return sandbox.script(
        kind,
        "mkdir "
            + lock
            + " || echo two hooks at once >> "
            + log
            + "\n"
            + "echo "
            + kind
            + " $RENEWED_DOMAINS | sed 's/ $//' >> "
            + log
            + "\nrmdir "
            + lock);
  }
}
