package io.github.certbot4j.checkpoint;

import static io.github.certbot4j.checkpoint.ChangeKind.PERMANENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.file.InMemory;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RollbackTest {

  @TempDir(factory = InMemory.class)
  Path temporary;

  private Site site;
  private FileCheckpoints checkpoints;
  private Map<String, String> before;

  @BeforeEach
  void begin() {
    site = Site.usual(temporary);
    checkpoints = site.checkpoints();
    before = site.picture();
  }

  @Test
  void without_changes_there_is_no_checkpoint() {
    assertThat(checkpoints.finish("Deployed ACME Certificate")).isFalse();
    assertThat(site.workNames()).isEmpty();
  }

  @Test
  void a_checkpoint_is_named_after_the_time_and_has_its_title_above_the_notes() {
    change("one");

    assertThat(checkpoints.finish("Deployed ACME Certificate")).isTrue();

    Path checkpoint = site.work.resolve("backups").resolve(Site.CHECKPOINT_OF_NOW);
    assertThat(checkpoint.resolve("CHANGES_SINCE"))
        .hasContent("-- Deployed ACME Certificate --\nnote one\n");
    assertThat(site.journal(PERMANENT)).doesNotExist();
  }

  @Test
  void a_checkpoint_without_notes_says_that_there_are_none() throws IOException {
    checkpoints.registerUndo(PERMANENT, List.of("true"));

    checkpoints.finish("T");

    assertThat(onlyCheckpoint().resolve("CHANGES_SINCE")).hasContent("-- T --\nNo changes");
  }

  @Test
  void names_stay_in_order_though_the_clock_stands_still_or_is_set_back() {
    for (int i = 0; i < 3; i++) {
      change("edit " + i);
      checkpoints.finish("T");
    }
    site.clock.sleep(Duration.ofSeconds(-10));
    change("from the past");
    checkpoints.finish("T");

    assertThat(names())
        .containsExactly(
            "1795327206.804633", "1795327206.814633", "1795327207.814633", "1795327208.814633");
  }

  @Test
  void a_whole_second_has_a_fraction_too() {
    site.clock.sleep(Duration.ofNanos(1_000_000_000 - 804_633_000));
    change("x");
    checkpoints.finish("T");

    assertThat(names()).containsExactly("1795327207.0");
  }

  @Test
  void the_newest_checkpoints_are_undone_and_forgotten() {
    List<Map<String, String>> pictures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      pictures.add(site.picture());
      change("edit " + i);
      checkpoints.finish("T");
    }

    assertThat(checkpoints.rollback(0)).isZero();
    assertThat(checkpoints.rollback(2)).isEqualTo(2);
    assertThat(site.picture()).isEqualTo(pictures.get(1));
    assertThat(names()).hasSize(1);

    assertThat(checkpoints.rollback(5)).isEqualTo(1);
    assertThat(site.picture()).isEqualTo(before);
    assertThat(checkpoints.rollback(1)).isZero();
    assertThat(site.workNames()).containsExactly("backups");
  }

  @Test
  void what_is_pending_is_newer_than_any_checkpoint_and_undone_before() {
    change("first");
    checkpoints.finish("T");
    change("second");

    checkpoints.rollback(1);

    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void directories_that_neither_program_made_are_left_alone() throws IOException {
    change("x");
    checkpoints.finish("T");
    Path foreign = Files.createDirectory(site.work.resolve("backups/lost+found"));
    Path copy = Files.createDirectory(site.work.resolve("backups/1999999999.5.bak"));

    checkpoints.rollback(9);

    assertThat(site.picture()).isEqualTo(before);
    assertThat(foreign).isDirectory();
    assertThat(copy).isDirectory();
  }

  @Test
  void a_checkpoint_that_can_not_be_undone_is_kept_in_its_place() throws IOException {
    change("x");
    checkpoints.finish("T");
    Path checkpoint = onlyCheckpoint();
    Files.delete(checkpoint.resolve("main.conf_0"));

    assertThatThrownBy(() -> checkpoints.rollback(1)).isInstanceOf(FailureException.class);

    assertThat(checkpoint.resolve("FILEPATHS")).exists();
    assertThat(checkpoints.isPending()).isFalse();
  }

  @Test
  void a_checkpoint_of_the_original_is_undone() throws IOException {
    Path checkpoint = Files.createDirectories(site.work.resolve("backups/1795308006.804633"));
    Path main = site.file("main.conf");
    Path available = site.file("available/a.conf");
    Files.copy(main, checkpoint.resolve("main.conf_0"));
    Files.copy(available, checkpoint.resolve("a.conf_1"));
    Files.writeString(
        checkpoint.resolve("FILEPATHS"), main + "\n" + site.file("enabled/a.conf") + "\n");
    Files.writeString(checkpoint.resolve("NEW_FILES"), site.file("a-le-ssl.conf") + "\n");
    Files.writeString(
        checkpoint.resolve("COMMANDS"), "a2dismod,-f,socache_shmcb\r\na2dismod,ssl\r\n");
    Files.writeString(checkpoint.resolve("CHANGES_SINCE"), "-- Deployed ACME Certificate --\n");
    Files.writeString(main, "changed");
    Files.writeString(available, "changed");
    Files.writeString(site.file("a-le-ssl.conf"), "made");

    assertThat(checkpoints.rollback(1)).isEqualTo(1);

    assertThat(contents(site.picture())).isEqualTo(contents(before));
    assertThat(site.commandsRun.get(0)).endsWith("ssl").doesNotContain("-f");
    assertThat(site.commandsRun.get(1)).endsWith("-f", "socache_shmcb");
    assertThat(site.workNames()).containsExactly("backups");
  }

  /** The copies were made now, so times differ. */
  private static List<String> contents(Map<String, String> picture) {
    return picture.values().stream().map(each -> each.replaceAll("20\\d\\d-\\S+Z", "")).toList();
  }

  private void change(String text) {
    Path main = site.file("main.conf");
    checkpoints.backUp(PERMANENT, List.of(main), "note " + text + "\n");
    Site.make(() -> Files.writeString(main, text));
  }

  private List<String> names() {
    return List.of(site.work.resolve("backups").toFile().list()).stream().sorted().toList();
  }

  private Path onlyCheckpoint() {
    assertThat(names()).hasSize(1);
    return site.work.resolve("backups").resolve(names().get(0));
  }
}
