package io.github.certbot4j.it.apache;

import static io.github.certbot4j.it.apache.ApacheSite.NAME;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run that is killed leaves a server that works, and the next run cleans up behind it. */
class ApacheKillIT {
  private static final int POINTS = Integer.getInteger("certbot4j.it.killpoints", 10) / 2;

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);

  @Test
  void a_challenge_that_a_killed_run_left_is_taken_out_by_the_next_one() {
    ApacheServer apache = site.start("plain");
    TreeSnapshot before = apache.tree();
    HeldProgram reload = heldReload();

    reload.started(with(reload, site.ours().certonly(NAME))).kill();
    reload.letGo();

    assertThat(FileTree.read(apache.file("sites-available/a.conf")))
        .contains("le_http_01_challenge_pre.conf");
    apache.acceptsItsConfiguration();
    assertThat(Visitor.ofTheWeb().http(NAME, "/").body()).isEqualTo("It works\n");

    site.ours().certonly(NAME).run().succeeded();

    site.isAsBefore(before);
    assertThat(FileTree.names(site.sandbox().work())).doesNotContain("temp_checkpoint");
    assertThat(FileTree.names(site.sandbox().path("work/http_challenges"))).isEmpty();
  }

  @Test
  void a_challenge_is_taken_out_when_a_signal_ends_the_run() {
    ApacheServer apache = site.start("plain");
    TreeSnapshot before = apache.tree();
    HeldProgram reload = heldReload();

    RunningProgram running = reload.started(with(reload, site.ours().certonly(NAME)));
    assertThat(before.differences(apache.tree())).isNotEmpty();

    assertThat(reload.terminated(running).exit()).isEqualTo(128 + 15);
    site.isAsBefore(before);
    assertThat(FileTree.names(site.sandbox().work())).doesNotContain("temp_checkpoint");
  }

  @Test
  void an_installation_that_a_signal_ends_is_taken_back() {
    ApacheServer apache = site.start("plain");
    site.ours().certonly(NAME).run().succeeded();
    TreeSnapshot before = apache.tree();
    HeldProgram modules = new HeldProgram(site.sandbox(), site.server().toolPath("a2enmod"), "ssl");

    RunningProgram running =
        modules.started(install().with("--apache-enmod", modules.script().toString()));
    assertThat(before.differences(apache.tree())).isNotEmpty();

    assertThat(modules.terminated(running).exit()).isEqualTo(128 + 15);
    site.isAsBefore(before);
    assertThat(site.checkpoints()).isEmpty();
    assertThat(FileTree.names(site.sandbox().work())).doesNotContain("IN_PROGRESS");
  }

  @Test
  void an_installation_that_a_signal_meets_at_the_reload_is_whole() throws Exception {
    ApacheServer apache = site.start("plain");
    site.ours().certonly(NAME).run().succeeded();
    HeldProgram reload = heldReload();

    RunningProgram running = reload.started(with(reload, install().with("--no-redirect")));

    assertThat(reload.terminated(running).exit()).isEqualTo(128 + 15);
    site.isServedByTls();
    TreeSnapshot installed = apache.tree();
    install().with("--no-redirect").run().succeeded();
    assertThat(installed.differences(apache.tree())).isEmpty();
  }

  private HeldProgram heldReload() {
    return new HeldProgram(site.sandbox(), site.server().ctl(), "graceful");
  }

  private static ProgramRun with(HeldProgram reload, ProgramRun run) {
    return run.with("--apache-ctl", reload.script().toString());
  }

  @Test
  void an_installation_survives_a_kill_at_every_step() throws Exception {
    ApacheServer apache = site.start("several-sites");
    site.ours().certonly(NAME, "b.example.test").run().succeeded();
    TreeSnapshot before = apache.tree();
    Path start = keep();
    Path trace = site.sandbox().path("trace");
    KillPoint.recorded(install(), trace).run().succeeded();
    TreeSnapshot installed = apache.tree();
    List<KillPoint> points = new ArrayList<>();
    points.addAll(KillPoint.in(trace, apache.root(), POINTS));
    points.addAll(KillPoint.in(trace, site.sandbox().work(), POINTS));
    // It would also kill a2dismod, which undoes, each time that is called.
    points.removeIf(point -> point.call().equals("unlink"));
    int killed = 0;

    for (KillPoint point : points) {
      restore(start);
      killed += point.applied(install()).run().exit() == 0 ? 0 : 1;

      assertThat(apache.ctl("configtest").exit()).as("killed at %s", point).isZero();
      Outcome next = install().run();
      assertThat(next.exit()).as("after the kill at %s: %s", point, next).isZero();
      assertThat(installed.differences(apache.tree())).as("%s", point).isEmpty();
      site.ours().rollback(100).run().succeeded();
      assertThat(before.differences(apache.tree())).as("%s", point).isEmpty();
    }

    assertThat(killed).as("kills out of %s", points).isGreaterThanOrEqualTo(points.size() / 2);
    assertThat(points).hasSizeGreaterThanOrEqualTo(7);
  }

  private ProgramRun install() {
    return site.ours().verb("install", "--cert-name", NAME).limit(Duration.ofMinutes(1));
  }

  private Path keep() {
    Path copy = FileTree.directory(site.sandbox().path("start"));
    FileTree.copy(site.server().root(), copy.resolve("apache2"));
    FileTree.copy(site.sandbox().work(), copy.resolve("work"));
    return copy;
  }

  private void restore(Path copy) throws Exception {
    FileTree.delete(site.server().root());
    FileTree.delete(site.sandbox().work());
    FileTree.copy(copy.resolve("apache2"), site.server().root());
    FileTree.copy(copy.resolve("work"), site.sandbox().work());
    site.server().ctl("restart").succeeded();
    Files.deleteIfExists(site.sandbox().config().resolve("options-ssl-apache.conf"));
  }
}
