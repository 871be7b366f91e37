package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.file.InMemory;
import io.github.certbot4j.file.KillSwitch;
import io.github.certbot4j.file.StepListener;
import io.github.certbot4j.model.CertName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the store is killed before each of its steps in turn. */
final class KilledAnywhereTest {

  private static final int AT_LEAST_THAT_MANY_STEPS = 8;
  private static final Material FIRST = Tree.material("a.test");
  private static final Material SECOND = Tree.material("a.test", "b.test");
  private static final Material THIRD = Tree.material("a.test", "c.test");

  @TempDir(factory = InMemory.class)
  Path temporary;

  @Test
  void a_killed_creation_is_invisible_or_completed_by_the_next_run() {
    forEveryStep(
        tree -> {},
        store -> store.create(Tree.newCertificate(Tree.NAME, FIRST)),
        tree -> {
          tree.store().recover();
          boolean completed = !tree.store().names().isEmpty();
          assertThat(tree.directories.archive().resolve("a.test").toFile().exists())
              .isEqualTo(completed);
          Lineage next = tree.store().create(Tree.newCertificate(Tree.NAME, SECOND));
          assertThat(next.name().value()).isEqualTo(completed ? "a.test-0001" : "a.test");
          assertThat(next.read(Kind.PRIVKEY)).isEqualTo(SECOND.keyPem());
          if (completed) {
            assertThat(tree.load("a.test").read(Kind.CERT)).isEqualTo(FIRST.certPem());
          }
        });
  }

  @Test
  void a_killed_creation_is_no_obstacle_even_if_nobody_recovers_first() {
    forEveryStep(
        tree -> {},
        store -> store.create(Tree.newCertificate(Tree.NAME, FIRST)),
        tree -> {
          tree.store().create(Tree.newCertificate(Tree.NAME, SECOND));
          assertThat(tree.store().names()).contains(Tree.NAME);
        });
  }

  @Test
  void a_creation_killed_over_the_leftovers_of_another_program_keeps_all_its_files() {
    forEveryStep(
        KilledAnywhereTest::leaveWhatTheOriginalLeaves,
        store -> store.create(Tree.newCertificate(Tree.NAME, FIRST)),
        tree -> {
          tree.store().recover();
          tree.store().create(Tree.newCertificate(Tree.NAME, SECOND));
          assertThat(tree.archived("a.test", Kind.PRIVKEY, 1)).hasContent(THIRD.keyPem());
        });
  }

  @Test
  void a_creation_killed_beside_forgotten_versions_does_not_bring_them_back() {
    forEveryStep(
        KilledAnywhereTest::leaveArchivedVersion,
        store -> store.create(Tree.newCertificate(Tree.NAME, FIRST)),
        tree -> {
          tree.store().recover();
          for (CertName name : tree.store().names()) {
            assertThat(tree.load(name.value()).read(Kind.CERT)).isEqualTo(FIRST.certPem());
          }
          assertThat(tree.archived("a.test", Kind.PRIVKEY, 1)).hasContent(THIRD.keyPem());
        });
  }

  @Test
  void a_killed_renewal_leaves_the_old_version_or_is_taken_up_again() {
    forEveryStep(
        KilledAnywhereTest::createFirst,
        KilledAnywhereTest::renew,
        tree -> {
          Lineage lineage = tree.store().deployPending(tree.load("a.test"));
          assertThat(lineage.read(Kind.CERT)).isIn(FIRST.certPem(), SECOND.certPem());
          assertThat(tree.archived("a.test", Kind.PRIVKEY, 1)).hasContent(FIRST.keyPem());
          Lineage added = tree.store().addVersion(lineage, THIRD, Tree.PARAMS);
          Lineage deployed = tree.store().deployPending(added);
          assertThat(deployed.read(Kind.FULLCHAIN)).isEqualTo(THIRD.certPem() + THIRD.chainPem());
          assertThat(deployed.hasPendingDeployment()).isFalse();
        });
  }

  @Test
  void a_killed_deletion_is_resumed() {
    forEveryStep(
        KilledAnywhereTest::createFirst,
        store -> store.delete(Tree.NAME),
        tree -> {
          tree.store().recover();
          for (CertName name : tree.store().names()) {
            tree.store().delete(name);
          }
          assertThat(Tree.below(tree.directories.archive())).hasSize(1);
          assertThat(Tree.below(tree.directories.live()))
              .containsExactlyInAnyOrder(
                  tree.directories.live(), tree.directories.live().resolve("README"));
        });
  }

  @Test
  void a_killed_deletion_does_not_harm_a_lineage_made_under_its_name_since() {
    forEveryStep(
        KilledAnywhereTest::createFirst,
        store -> store.delete(Tree.NAME),
        tree -> {
          Lineage next = tree.store().create(Tree.newCertificate(Tree.NAME, SECOND));
          tree.store().recover();
          Tree.assertConsistent(tree.load(next.name().value()));
        });
  }

  private static void createFirst(Tree tree) {
    tree.store().create(Tree.newCertificate(Tree.NAME, FIRST));
  }

  private static void renew(LineageStore store) {
    Lineage lineage = (Lineage) store.load(Tree.NAME).orElseThrow();
    store.deployPending(store.addVersion(lineage, SECOND, Tree.PARAMS));
  }

  /** An empty configuration, and a complete version with its links, as after a kill at its end. */
  private static void leaveWhatTheOriginalLeaves(Tree tree) {
    tree.store().create(Tree.newCertificate(Tree.NAME, THIRD));
    try {
      Files.writeString(tree.conf("a.test"), "");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A complete version that neither a configuration nor a live link refers to. */
  private static void leaveArchivedVersion(Tree tree) {
    tree.store().create(Tree.newCertificate(Tree.NAME, THIRD));
    assertThat(tree.conf("a.test").toFile().delete()).isTrue();
    for (Kind kind : Kind.values()) {
      assertThat(tree.live("a.test", kind).toFile().delete()).isTrue();
    }
  }

  /** Kills the operation before its first step, its second, and so on until it survives. */
  private void forEveryStep(
      Consumer<Tree> before, Consumer<LineageStore> operation, Consumer<Tree> after) {
    int step = 0;
    boolean survived = false;
    while (!survived) {
      Tree tree = new Tree(temporary.resolve("killed-" + step));
      before.accept(tree);
      survived = survives(() -> operation.accept(tree.store(new KillSwitch(step(tree)))));
      if (NoConfIsEmpty.in(tree)) {
        tree.assertUnharmed();
      }
      after.accept(tree);
      tree.assertUnharmed();
      tree.assertNoTraces();
      step++;
    }
    assertThat(step).isGreaterThan(AT_LEAST_THAT_MANY_STEPS);
  }

  private static int step(Tree tree) {
    String name = tree.root.getFileName().toString();
    return Integer.parseInt(name.substring(name.indexOf('-') + 1));
  }

  private static boolean survives(Runnable operation) {
    try {
      operation.run();
      return true;
    } catch (KillSwitch.Killed e) {
      return false;
    }
  }

  /** An empty configuration is what the original left; it is broken from the start. */
  private static final class NoConfIsEmpty {
    static boolean in(Tree tree) {
      return Tree.below(tree.directories.renewal()).stream()
          .noneMatch(path -> path.toString().endsWith(".conf") && path.toFile().length() == 0);
    }
  }

  /** Guards the guard: a listener that never kills changes nothing. */
  @Test
  void the_store_works_unwatched() {
    Tree tree = new Tree(temporary);
    tree.store(StepListener.NONE).create(Tree.newCertificate(Tree.NAME, FIRST));
    tree.assertUnharmed();
    tree.assertNoTraces();
  }
}
