package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed at any step leaves a tree with which the next run comes to a good end. */
class KillIT {
  private static final String NAME = "kill.example.test";
  private static final int POINTS = Integer.getInteger("certbot4j.it.killpoints", 12);
  private static final List<String> KINDS = List.of("cert", "privkey", "chain", "fullchain");

  @RegisterExtension
  static final TestCa CA =
      new TestCa(PebbleSettings.usual().authorizationReuse(100).takingEveryNonce());

  /** Makes certificates that are due as soon as they are there. */
  @RegisterExtension
  static final TestCa HASTY_CA =
      new TestCa(PebbleSettings.usual().valid(Duration.ofSeconds(1)).takingEveryNonce());

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private final List<String> killed = new ArrayList<>();
  private final List<String> killedAfterIssuing = new ArrayList<>();

  @Test
  void a_first_certificate_survives_a_kill_at_every_step() throws Exception {
    prepareAccount();
    Path start = keep();
    Path trace = sandbox.path("trace");
    KillPoint.recorded(certonly(), trace).run().succeeded();

    for (KillPoint point : KillPoint.in(trace, sandbox.config(), POINTS)) {
      restore(start);
      survive(point, this::certonly);
      assertThat(sandbox.lineage(NAME + "-0001").exists()).as("a second lineage").isFalse();
    }

    assertEnoughKills();
  }

  @Test
  void a_renewal_survives_a_kill_at_every_step() throws Exception {
    prepareDueLineage();
    Path start = keep();
    Path trace = sandbox.path("trace");
    KillPoint.recorded(renew(), trace).run().succeeded();
    assertThat(sandbox.lineage(NAME).isWhole().version()).isEqualTo(2);

    for (KillPoint point : KillPoint.in(trace, sandbox.config(), POINTS)) {
      restore(start);
      survive(point, this::renew);
    }

    assertEnoughKills();
  }

  private void assertEnoughKills() {
    assertThat(killed).as("steps at which the run was killed").hasSizeGreaterThanOrEqualTo(10);
    assertThat(killedAfterIssuing)
        .as("those with a certificate at the CA that was not in place")
        .hasSizeGreaterThanOrEqualTo(3);
  }

  private void survive(KillPoint point, Supplier<ProgramRun> command) throws Exception {
    boolean renewal = sandbox.lineage(NAME).exists();
    long ordersBefore = CA.pebble().orders();
    long certificatesBefore = CA.pebble().certificates();

    Outcome first = point.applied(command.get()).run();

    boolean issued = CA.pebble().certificates() > certificatesBefore;
    if (first.exit() != 0) {
      killed.add(point.description());
    }
    if (first.exit() != 0 && issued) {
      killedAfterIssuing.add(point.description());
    }
    if (renewal) {
      assertLinksResolve(point.description());
    }
    recover(point.description(), command);
    if (issued) {
      assertThat(CA.pebble().orders() - ordersBefore)
          .as("orders, although the first one had given a certificate; killed at %s", point)
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/order-plz", "/finalize-order/", "/certZ/"})
  void a_renewal_survives_a_kill_while_it_talks_to_the_ca(String request) throws Exception {
    prepareDueLineage();
    long before = CA.pebble().requests(request);
    long ordersBefore = CA.pebble().orders();
    long certificatesBefore = CA.pebble().certificates();

    ProgramRun.RunningProgram running = renew().start();
    Patience.until(
        "the CA gets the request or all is over",
        () -> CA.pebble().requests(request) > before || !running.process().isAlive());
    running.kill();

    assertLinksResolve(request);
    boolean issued = CA.pebble().certificates() > certificatesBefore;
    recover(request, this::renew);
    if (issued) {
      assertThat(CA.pebble().orders() - ordersBefore).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre", "deploy", "post"})
  void a_renewal_survives_a_kill_while_a_hook_runs(String kind) throws Exception {
    prepareDueLineage();
    Path reached = sandbox.path("reached");
    Path hold = FileTree.write(sandbox.path("hold"), "");
    sandbox.script(
        "config/renewal-hooks/" + kind + "/wait",
        "touch " + reached + "\nwhile [ -e " + hold + " ]; do sleep 0.05; done");

    ProgramRun.RunningProgram running = renew().start();
    Patience.until("the hook runs", () -> Files.exists(reached));
    running.kill();
    Files.delete(hold);

    assertLinksResolve(kind);
    recover(kind, this::renew);
  }

  private void recover(String point, Supplier<ProgramRun> command) throws Exception {
    Outcome next = command.get().run();

    assertThat(next.exit()).as("the run after the kill at %s: %s", point, next).isZero();
    Lineage lineage = sandbox.lineage(NAME).isWhole();
    assertThat(lineage.certificate().getNotAfter().toInstant())
        .as("a certificate of the CA that is asked now; killed at %s", point)
        .isAfter(Instant.now().plus(60, ChronoUnit.DAYS));
    Outcome listing = Certbot.ours(sandbox, CA).run("certificates").run().succeeded();
    assertThat(listing.out()).contains("VALID: 89 days").doesNotContain("invalid");
    assertThat(FileTree.names(lineage.live("cert").getParent()))
        .as("leftovers in the live directory; killed at %s", point)
        .containsExactly("README", "cert.pem", "chain.pem", "fullchain.pem", "privkey.pem");
  }

  private void assertLinksResolve(String point) throws IOException {
    for (String kind : KINDS) {
      assertThat(sandbox.lineage(NAME).live(kind)).as("killed at %s", point).exists();
      assertThat(Files.size(sandbox.lineage(NAME).live(kind))).isPositive();
    }
  }

  private void prepareAccount() {
    Certbot.ours(sandbox, CA)
        .withCa("register", "--agree-tos", "-m", "a@example.test", "--no-eff-email")
        .run()
        .succeeded();
  }

  /** A lineage whose certificate is due now, while its successor will not be. */
  private void prepareDueLineage() {
    Certbot.ours(sandbox, HASTY_CA).issue(NAME);
    prepareAccount();
    String account =
        Certbot.ours(sandbox, CA).accountDirectory().orElseThrow().getFileName().toString();
    String old =
        Certbot.ours(sandbox, HASTY_CA).accountDirectory().orElseThrow().getFileName().toString();
    Path conf = sandbox.renewalConf(NAME);
    FileTree.replace(conf, "account = " + old, "account = " + account);
    FileTree.replace(conf, HASTY_CA.pebble().directoryUrl(), CA.pebble().directoryUrl());
    FileTree.replace(
        conf,
        "http01_port = " + HASTY_CA.pebble().challengePort(),
        "http01_port = " + CA.pebble().challengePort());
  }

  private ProgramRun certonly() {
    return Certbot.ours(sandbox, CA)
        .certonly("--standalone", "-d", NAME)
        .limit(Duration.ofMinutes(2));
  }

  private ProgramRun renew() {
    return Certbot.ours(sandbox, CA).renew().limit(Duration.ofMinutes(2));
  }

  private Path keep() {
    Path copy = sandbox.path("start");
    FileTree.copy(sandbox.config(), copy);
    return copy;
  }

  private void restore(Path copy) {
    FileTree.delete(sandbox.config());
    FileTree.delete(sandbox.work());
    FileTree.copy(copy, sandbox.config());
  }
}
