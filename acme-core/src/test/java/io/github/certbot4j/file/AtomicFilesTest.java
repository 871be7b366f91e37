package io.github.certbot4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFilesTest {

  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  private final AtomicFiles files = new AtomicFiles();

  @Test
  void a_file_gets_exactly_its_mode_whatever_the_umask() {
    files.replace(directory.resolve("open"), NEW, FileMode.exactly(0666));
    files.replace(directory.resolve("secret"), NEW, FileMode.SECRET_FILE);

    assertThat(mode(directory.resolve("open"))).isEqualTo("rw-rw-rw-");
    assertThat(mode(directory.resolve("secret"))).isEqualTo("rw-------");
  }

  @Test
  void what_may_get_lost_is_written_just_as_wholly_and_secretly() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "old");
    AtomicFiles unforced = AtomicFiles.unforced();

    unforced.replace(file, NEW, FileMode.SECRET_FILE);
    boolean again =
        unforced.create(file, "newer".getBytes(StandardCharsets.UTF_8), FileMode.SECRET_FILE);

    assertThat(again).isFalse();
    assertThat(file).hasContent("new");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(names()).containsExactly("x");
  }

  @Test
  void a_secret_is_never_open_while_it_is_written() {
    StepListener watch =
        (operation, path) -> {
          if (operation.equals("write")) {
            assertThat(mode(path)).isEqualTo("rw-------");
          }
        };
    new AtomicFiles(watch).replace(directory.resolve("key"), NEW, FileMode.SECRET_FILE);

    assertThat(directory.resolve("key")).hasContent("new");
  }

  @Test
  void replacing_leaves_nothing_but_the_new_file() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "old");
    Files.writeString(directory.resolve(".x.tmp"), "left by a crash");

    files.replace(file, NEW, FileMode.ORDINARY_FILE);

    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("x");
  }

  @Test
  void creating_leaves_an_existing_file_alone() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "old");

    assertThat(files.create(file, NEW, FileMode.ORDINARY_FILE)).isFalse();

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("x");
  }

  @Test
  void creating_leaves_a_dangling_link_alone() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("x"), Path.of("nowhere"));

    assertThat(files.create(link, NEW, FileMode.ORDINARY_FILE)).isFalse();

    assertThat(link).isSymbolicLink();
  }

  @Test
  void a_staged_file_that_is_closed_without_use_vanishes() {
    try (StagedFile staged = files.stage(directory.resolve("x"), NEW, FileMode.ORDINARY_FILE)) {
      assertThat(staged.target()).doesNotExist();
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void a_link_is_there_at_every_step_of_its_replacement() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("x"), Path.of("old"));
    StepListener watch = (operation, path) -> assertThat(Files.isSymbolicLink(link)).isTrue();

    new AtomicFiles(watch).link(link, Path.of("new"));

    assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("new"));
    assertThat(names()).containsExactly("x");
  }

  @Test
  void missing_parents_get_the_mode_of_the_leaf() {
    files.makeDirectories(directory.resolve("a/b"), FileMode.SECRET_DIRECTORY);
    files.makeDirectories(directory.resolve("a/b/c"), FileMode.exactly(0777));

    assertThat(mode(directory.resolve("a"))).isEqualTo("rwx------");
    assertThat(mode(directory.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(mode(directory.resolve("a/b/c"))).isEqualTo("rwxrwxrwx");
  }

  @Test
  void a_file_in_the_way_of_a_directory_is_named() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "");

    assertThatThrownBy(() -> files.makeDirectories(file, FileMode.ORDINARY_DIRECTORY))
        .isInstanceOf(FailureException.class)
        .hasMessage("Cannot create the directory " + file + ": it exists already.");
  }

  @Test
  void a_directory_in_the_way_of_a_file_is_named_and_no_temporary_file_stays() throws IOException {
    Path inTheWay = Files.createDirectory(directory.resolve("x"));
    Files.writeString(inTheWay.resolve("content"), "");

    assertThatThrownBy(() -> files.replace(inTheWay, NEW, FileMode.ORDINARY_FILE))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("Cannot replace " + inTheWay + ": ");
    assertThat(names()).containsExactly("x");
  }

  @Test
  void removing_a_tree_does_not_follow_links() throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "");
    Path tree = Files.createDirectories(directory.resolve("tree/sub")).getParent();
    Files.createSymbolicLink(tree.resolve("sub/link"), outside);

    files.deleteTree(tree);

    assertThat(tree).doesNotExist();
    assertThat(outside.resolve("precious")).exists();
  }

  @Test
  void only_an_empty_directory_is_removed_as_empty() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Path full = Files.createDirectory(directory.resolve("full"));
    Files.writeString(full.resolve("x"), "");

    assertThat(files.deleteIfEmpty(empty)).isTrue();
    assertThat(files.deleteIfEmpty(full)).isFalse();
    assertThat(files.deleteIfEmpty(directory.resolve("missing"))).isTrue();
    assertThat(names()).containsExactly("full");
  }

  private Stream<String> names() {
    return Stream.of(directory.toFile().list()).sorted();
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(
          Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
