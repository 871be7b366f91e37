package io.github.certbot4j.checkpoint;

import static io.github.certbot4j.checkpoint.ChangeKind.PERMANENT;
import static io.github.certbot4j.checkpoint.ChangeKind.TEMPORARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.file.InMemory;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileCheckpointsTest {

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
  void a_copy_keeps_mode_and_time_and_its_file_is_listed_without_links() throws IOException {
    checkpoints.backUp(PERMANENT, List.of(site.file("secret.conf"), enabled()), "why\n");

    Path journal = site.journal(PERMANENT);
    assertThat(Site.describe(journal.resolve("secret.conf_0")))
        .isEqualTo(Site.describe(site.file("secret.conf")));
    assertThat(Site.describe(journal.resolve("a.conf_1")))
        .isEqualTo(Site.describe(site.file("available/a.conf")));
    assertThat(journal.resolve("FILEPATHS"))
        .hasContent(site.file("secret.conf") + "\n" + site.file("available/a.conf") + "\n");
    assertThat(journal.resolve("CHANGES_SINCE")).hasContent("why\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void the_oldest_copy_counts_under_whichever_name_the_file_is_changed_again() {
    checkpoints.backUp(PERMANENT, List.of(enabled()), "");
    change("available/a.conf");
    checkpoints.backUp(PERMANENT, List.of(site.file("available/a.conf")), "");
    change("available/a.conf");

    assertThat(checkpoints.recover()).isTrue();

    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void recovery_undoes_challenges_before_unfinished_changes() {
    checkpoints.backUp(PERMANENT, List.of(main()), "");
    change("main.conf");
    checkpoints.backUp(TEMPORARY, List.of(main()), "");
    change("main.conf");

    assertThat(checkpoints.isPending()).isTrue();
    assertThat(checkpoints.recover()).isTrue();

    assertThat(site.picture()).isEqualTo(before);
    assertThat(checkpoints.isPending()).isFalse();
    assertThat(checkpoints.recover()).isFalse();
    assertThat(site.workNames()).isEmpty();
  }

  @Test
  void a_file_that_was_not_changed_after_all_is_not_written_again() throws IOException {
    Object inode = Files.getAttribute(main(), "unix:ino");
    checkpoints.backUp(PERMANENT, List.of(main(), site.file("secret.conf")), "");
    change("secret.conf");

    checkpoints.recover();

    assertThat(site.picture()).isEqualTo(before);
    assertThat(Files.getAttribute(main(), "unix:ino")).isEqualTo(inode);
  }

  @Test
  void reverting_a_challenge_leaves_unfinished_changes_alone() {
    checkpoints.backUp(PERMANENT, List.of(main()), "");
    change("main.conf");
    Map<String, String> meanwhile = site.picture();
    checkpoints.backUp(TEMPORARY, List.of(site.file("secret.conf")), "");
    change("secret.conf");

    assertThat(checkpoints.revertTemporary()).isTrue();

    assertThat(site.picture()).isEqualTo(meanwhile);
    assertThat(checkpoints.revertTemporary()).isFalse();
  }

  @Test
  void what_a_challenge_changes_can_not_be_changed_for_good() {
    checkpoints.backUp(TEMPORARY, List.of(enabled()), "");
    checkpoints.registerNewFiles(TEMPORARY, List.of(site.file("challenge.conf")));

    assertThatThrownBy(
            () -> checkpoints.backUp(PERMANENT, List.of(site.file("available/a.conf")), ""))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("available/a.conf");
    assertThatThrownBy(
            () -> checkpoints.registerNewFiles(PERMANENT, List.of(site.file("challenge.conf"))))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("challenge.conf");
    assertThat(site.journal(PERMANENT)).doesNotExist();
  }

  @Test
  void created_files_and_links_are_removed_and_those_never_made_are_no_trouble()
      throws IOException {
    Path made = site.file("made.conf");
    Path link = site.file("enabled/made.conf");
    checkpoints.registerNewFiles(
        PERMANENT, List.of(made, link, site.file("never.conf"), site.file("no/dir.conf")));
    Files.writeString(made, "x");
    Files.createSymbolicLink(link, site.file("nowhere"));

    checkpoints.recover();

    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void a_created_file_that_was_edited_later_is_removed_all_the_same() throws IOException {
    Path made = site.file("made.conf");
    checkpoints.registerNewFiles(PERMANENT, List.of(made));
    Files.writeString(made, "x");
    checkpoints.backUp(PERMANENT, List.of(made), "");
    Files.writeString(made, "y");

    checkpoints.recover();

    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void commands_run_newest_first_and_their_failure_stops_nothing() {
    site.exitCode = 1;
    checkpoints.registerUndo(PERMANENT, List.of("no-such-a2dismod", "-f", "ssl"));
    checkpoints.registerUndo(PERMANENT, List.of("sh", "-c", "x"));
    checkpoints.registerUndo(PERMANENT, List.of("sh", "-c", "x"));
    checkpoints.backUp(PERMANENT, List.of(main()), "");
    change("main.conf");

    checkpoints.recover();

    assertThat(site.commandsRun).hasSize(2);
    assertThat(site.commandsRun.get(0).get(0)).startsWith("/").endsWith("/sh");
    assertThat(site.commandsRun.get(1)).containsExactly("no-such-a2dismod", "-f", "ssl");
    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void a_file_comes_back_where_its_directory_was_removed() throws IOException {
    checkpoints.backUp(PERMANENT, List.of(enabled()), "");
    Files.delete(site.file("available/a.conf"));
    Files.delete(site.file("available"));

    checkpoints.recover();

    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void a_missing_copy_is_named_and_the_rest_is_restored() throws IOException {
    checkpoints.backUp(PERMANENT, List.of(main(), site.file("secret.conf")), "");
    change("main.conf");
    change("secret.conf");
    Files.delete(site.journal(PERMANENT).resolve("main.conf_0"));

    assertThatThrownBy(checkpoints::recover)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(main().toString())
        .hasMessageContaining(site.journal(PERMANENT).toString());

    assertThat(Site.describe(site.file("secret.conf"))).isEqualTo(before.get("secret.conf"));
    assertThat(site.journal(PERMANENT)).isDirectory();
  }

  @Test
  void a_copy_that_is_a_link_is_not_followed() throws IOException {
    Path elsewhere = Files.writeString(temporary.resolve("elsewhere"), "secret of others");
    checkpoints.backUp(PERMANENT, List.of(main()), "");
    Path copy = site.journal(PERMANENT).resolve("main.conf_0");
    Files.delete(copy);
    Files.createSymbolicLink(copy, elsewhere);

    assertThatThrownBy(checkpoints::recover)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(copy.toString());
    assertThat(site.picture()).isEqualTo(before);
  }

  @Test
  void a_journal_that_is_a_link_is_refused() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createSymbolicLink(site.journal(PERMANENT), elsewhere);

    assertThatThrownBy(checkpoints::recover)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(site.journal(PERMANENT).toString());
    assertThatThrownBy(() -> checkpoints.backUp(PERMANENT, List.of(main()), ""))
        .isInstanceOf(FailureException.class);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void a_file_that_is_not_there_can_not_be_backed_up() {
    Path missing = site.file("missing.conf");

    assertThatThrownBy(() -> checkpoints.backUp(PERMANENT, List.of(missing), ""))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(missing.toString());
  }

  private Path main() {
    return site.file("main.conf");
  }

  private Path enabled() {
    return site.file("enabled/a.conf");
  }

  private void change(String name) {
    Site.make(() -> Files.writeString(site.file(name), Math.random() + " is new"));
  }
}
