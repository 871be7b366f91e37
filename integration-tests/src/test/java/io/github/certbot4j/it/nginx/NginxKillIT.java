package io.github.certbot4j.it.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.KillPoint;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.ProgramRun.RunningProgram;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.HeldProgram;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run that is killed leaves a server that works, and the next run cleans up behind it. */
class NginxKillIT {
  private static final String NAME = "a.example.test";
  private static final int POINTS = Integer.getInteger("certbot4j.it.killpoints", 10) / 2;

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final NginxSite site = new NginxSite(CA);
  private final Visitor visitor = Visitor.ofTheWeb();

  @Test
  void a_challenge_that_a_killed_run_left_is_taken_out_by_the_next_one() {
    site.plainSite(NAME, "killed");
    site.server().start();
    TreeSnapshot before = site.server().snapshot();

    killDuringChallenge(site, site.ours().certonly(NAME));

    assertThat(FileTree.read(site.server().path("nginx.conf")))
        .contains("le_http_01_cert_challenge.conf");
    assertThat(before.differences(site.server().snapshot())).isNotEmpty();
    site.server().test().succeeded();
    assertThat(visitor.http(NAME, "/").body()).isEqualTo("killed");

    site.ours().certonly(NAME).run().succeeded();

    assertThat(before.differences(site.server().snapshot())).isEmpty();
    assertThat(FileTree.names(site.sandbox().config()))
        .doesNotContain("le_http_01_cert_challenge.conf");
    site.server().test().succeeded();
  }

  @Test
  void a_run_that_is_told_to_end_takes_its_challenge_out_itself() {
    site.plainSite(NAME, "terminated");
    site.server().start();
    TreeSnapshot before = site.server().snapshot();
    HeldProgram held = new HeldProgram(site.sandbox(), site.server().ctl(), "reload");
    ProgramRun run = site.ours().certonly("b.example.test", NAME);

    RunningProgram running = held.started(run.with("--nginx-ctl", held.script().toString()));

    assertThat(held.terminated(running).exit()).isEqualTo(143);
    assertThat(before.differences(site.server().snapshot())).isEmpty();
    assertThat(visitor.http(NAME, "/.well-known/acme-challenge/x").body()).isEqualTo("terminated");
  }

  /** Kills a run when nginx has just been told of the challenge. */
  static void killDuringChallenge(NginxSite site, ProgramRun run) {
    HeldProgram held = new HeldProgram(site.sandbox(), site.server().ctl(), "reload");
    held.started(run.with("--nginx-ctl", held.script().toString())).kill();
    held.letGo();
  }

  @Test
  void an_installation_survives_a_kill_at_every_step() {
    site.plainSite(NAME, "steps");
    site.plainSite("other.example.test", "other");
    site.server().start();
    site.ours().certonly(NAME).run().succeeded();
    TreeSnapshot before = site.server().snapshot();
    Path start = keep();
    Path trace = site.sandbox().path("trace");
    KillPoint.recorded(install(), trace).run().succeeded();
    TreeSnapshot installed = site.server().snapshot();
    List<KillPoint> points = new ArrayList<>();
    points.addAll(KillPoint.in(trace, site.server().root(), POINTS));
    points.addAll(KillPoint.in(trace, site.sandbox().work(), POINTS));
    int killed = 0;

    for (KillPoint point : points) {
      restore(start);
      killed += point.applied(install()).run().exit() == 0 ? 0 : 1;

      site.server().test().succeeded();
      Outcome next = install().run();
      assertThat(next.exit()).as("after the kill at %s: %s", point, next).isZero();
      assertThat(installed.differences(site.server().snapshot())).as("%s", point).isEmpty();
      site.ours().rollback(100).run().succeeded();
      assertThat(before.differences(site.server().snapshot())).as("%s", point).isEmpty();
    }

    assertThat(killed).as("kills out of %s", points).isGreaterThanOrEqualTo(6);
  }

  private ProgramRun install() {
    return site.ours().verb("install", "--cert-name", NAME).limit(Duration.ofMinutes(1));
  }

  private Path keep() {
    Path copy = FileTree.directory(site.sandbox().path("start"));
    FileTree.copy(site.server().root(), copy.resolve("nginx"));
    FileTree.copy(site.sandbox().work(), copy.resolve("work"));
    return copy;
  }

  private void restore(Path copy) {
    FileTree.delete(site.server().root());
    FileTree.delete(site.sandbox().work());
    FileTree.copy(copy.resolve("nginx"), site.server().root());
    FileTree.copy(copy.resolve("work"), site.sandbox().work());
  }
}
