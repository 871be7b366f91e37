package io.github.certbot4j.checkpoint;

import static io.github.certbot4j.checkpoint.ChangeKind.PERMANENT;
import static io.github.certbot4j.checkpoint.ChangeKind.TEMPORARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.file.InMemory;
import io.github.certbot4j.file.KillSwitch;
import io.github.certbot4j.file.StepListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every change of the configuration is killed before each of its steps in turn. */
final class KilledCheckpointsTest {

  private static final int AT_LEAST_THAT_MANY_STEPS = 8;

  @TempDir(factory = InMemory.class)
  Path temporary;

  @Test
  void a_killed_challenge_is_undone_to_the_byte() {
    forEveryStep(
        site -> {},
        (site, listener) -> edit(site, TEMPORARY, listener),
        (site, before) -> {
          site.checkpoints().recover();
          assertThat(site.picture()).isEqualTo(before);
        });
  }

  @Test
  void a_killed_deployment_is_undone_or_has_become_a_checkpoint() {
    forEveryStep(
        site -> {},
        (site, listener) -> {
          edit(site, PERMANENT, listener);
          site.checkpoints(listener).finish("T");
        },
        (site, before) -> {
          site.checkpoints().recover();
          if (Files.exists(site.work.resolve("backups")) && site.checkpoints().rollback(1) == 1) {
            assertThat(site.commandsRun).hasSize(1);
          }
          assertThat(site.picture()).isEqualTo(before);
        });
  }

  @Test
  void a_killed_challenge_over_unfinished_changes_is_undone_with_them() {
    forEveryStep(
        site -> {},
        (site, listener) -> {
          FileCheckpoints checkpoints = site.checkpoints(listener);
          write(site, checkpoints, PERMANENT, listener, "for good");
          write(site, checkpoints, TEMPORARY, listener, "for a while");
        },
        (site, before) -> {
          site.checkpoints().recover();
          assertThat(site.picture()).isEqualTo(before);
        });
  }

  @Test
  void a_killed_recovery_is_finished_by_the_next() {
    forEveryStep(
        site -> {
          edit(site, PERMANENT, StepListener.NONE);
          site.write(site.file("main.conf"), "damaged", "rwxrwxrwx");
        },
        (site, listener) -> site.checkpoints(listener).recover(),
        (site, before) -> {
          site.checkpoints().recover();
          assertThat(site.picture()).isEqualTo(before);
          assertThat(site.workNames()).isEmpty();
        });
  }

  @Test
  void a_killed_rollback_did_not_begin_or_is_finished_by_the_next_recovery() {
    forEveryStep(
        site -> {
          edit(site, PERMANENT, StepListener.NONE);
          site.checkpoints().finish("T");
        },
        (site, listener) -> site.checkpoints(listener).rollback(1),
        (site, before) -> {
          site.checkpoints().recover();
          site.checkpoints().rollback(1);
          assertThat(site.picture()).isEqualTo(before);
        });
  }

  @Test
  void a_secret_is_never_open_in_the_work_directory() {
    Site site = Site.usual(temporary);
    StepListener watch =
        (operation, path) -> {
          if (path.getFileName().toString().contains("secret.conf_")
              && Files.exists(path)
              && operation.equals("write")) {
            assertThat(Site.describe(path)).startsWith("rw-------");
          }
        };

    site.checkpoints(watch).backUp(PERMANENT, List.of(site.file("secret.conf")), "");

    assertThat(Site.describe(site.journal(PERMANENT).resolve("secret.conf_0")))
        .startsWith("rw-------");
  }

  private static void edit(Site site, ChangeKind kind, StepListener listener) {
    FileCheckpoints checkpoints = site.checkpoints(listener);
    checkpoints.registerUndo(kind, List.of("a2dismod", "ssl"));
    write(site, checkpoints, kind, listener, "new");
    new ConfigurationWriter(checkpoints, listener)
        .link(kind, site.file("enabled/b.conf"), Path.of("../b.conf"));
  }

  private static void write(
      Site site,
      FileCheckpoints checkpoints,
      ChangeKind kind,
      StepListener listener,
      String content) {
    Map<Path, byte[]> edits = new LinkedHashMap<>();
    edits.put(site.file("main.conf"), Site.bytes(content));
    edits.put(site.file("enabled/a.conf"), Site.bytes(content));
    edits.put(site.file("secret.conf"), Site.bytes(content));
    edits.put(site.file(kind + ".conf"), Site.bytes(content));
    new ConfigurationWriter(checkpoints, listener).write(kind, edits, "notes\n");
  }

  private void forEveryStep(
      Consumer<Site> preparation,
      BiConsumer<Site, StepListener> operation,
      BiConsumer<Site, Map<String, String>> check) {
    int steps = 0;
    boolean survived = false;
    while (!survived) {
      Site site = Site.usual(temporary.resolve("killed-" + steps));
      Map<String, String> before = site.picture();
      preparation.accept(site);
      site.commandsRun.clear();
      KillSwitch killer = new KillSwitch(steps);
      survived = survives(() -> operation.accept(site, killer));
      check.accept(site, before);
      steps++;
    }
    assertThat(steps).isGreaterThan(AT_LEAST_THAT_MANY_STEPS);
  }

  private static boolean survives(Runnable operation) {
    try {
      operation.run();
      return true;
    } catch (KillSwitch.Killed e) {
      return false;
    }
  }
}
