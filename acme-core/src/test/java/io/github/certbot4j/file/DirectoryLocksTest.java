package io.github.certbot4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryLocksTest {

  @TempDir Path temporary;

  private Directories directories;

  @BeforeEach
  void makeDirectories() throws IOException {
    directories =
        new Directories(
            temporary.resolve("etc"), temporary.resolve("work"), temporary.resolve("logs"));
    for (Path each : List.of(directories.config(), directories.work(), directories.logs())) {
      Files.createDirectory(each);
    }
  }

  @Test
  void each_directory_holds_an_empty_secret_file_while_locked_and_none_after() throws IOException {
    try (DirectoryLocks locks = DirectoryLocks.acquire(directories)) {
      assertThat(locks).isNotNull();
      for (Path file : lockFiles()) {
        assertThat(file).isEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
    assertThat(lockFiles()).noneMatch(Files::exists);
  }

  @Test
  void a_second_run_is_turned_away_and_told_why() {
    try (DirectoryLocks locks = DirectoryLocks.acquire(List.of(directories.config()))) {
      assertThat(locks).isNotNull();
      assertThatThrownBy(() -> DirectoryLocks.acquire(directories))
          .isInstanceOfSatisfying(
              FailureException.class, e -> assertThat(e.failure().retryHelps()).isTrue())
          .hasMessageContaining("Another instance of certbot is running")
          .hasMessageContaining(lockFiles().get(1).toString());
      assertThat(lockFiles().get(0)).as("the lock taken before is given back").doesNotExist();
    }
  }

  @Test
  void a_file_left_over_is_harmless() throws IOException {
    Files.writeString(lockFiles().get(2), "");

    DirectoryLocks.acquire(directories).close();

    assertThat(lockFiles().get(2)).doesNotExist();
  }

  @Test
  void one_directory_under_two_names_is_locked_once() throws IOException {
    Path alias = Files.createSymbolicLink(temporary.resolve("alias"), directories.config());

    DirectoryLocks.acquire(List.of(directories.config(), alias)).close();

    assertThat(lockFiles().get(1)).doesNotExist();
  }

  @Test
  void a_directory_that_is_added_twice_stays_locked_until_the_end() throws IOException {
    Path server = Files.createDirectory(temporary.resolve("server"));
    try (DirectoryLocks locks = DirectoryLocks.acquire(directories)) {
      locks.hold(server);
      locks.hold(server);

      assertThatThrownBy(() -> new DirectoryLocks().hold(server))
          .isInstanceOf(FailureException.class)
          .hasMessageContaining("Another instance of certbot is running");
    }
    assertThat(server).isEmptyDirectory();
  }

  @Test
  void a_directory_that_is_not_there_is_named() {
    Path missing = temporary.resolve("missing");

    assertThatThrownBy(() -> DirectoryLocks.acquire(List.of(missing)))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("Cannot lock " + missing + ": no such file or directory.");
  }

  @Test
  void the_holder_is_found_in_the_systems_list_of_locks() {
    String locks =
        """
        1: FLOCK  ADVISORY  WRITE 11 08:01:4711 0 EOF
        2: POSIX  ADVISORY  WRITE 22 08:01:14711 0 EOF
        3: POSIX  ADVISORY  WRITE 33 08:01:4711 0 EOF
        3: -> POSIX  ADVISORY  WRITE 44 08:01:4711 0 EOF
        4: POSIX  ADVISORY  WRITE 0 08:01:815 0 EOF
        garbage
        """;

    assertThat(LockHolder.pidIn(locks, 4711)).contains("33");
    assertThat(LockHolder.pidIn(locks, 815)).isEmpty();
    assertThat(LockHolder.pidIn(locks, 1)).isEmpty();
  }

  private List<Path> lockFiles() {
    return List.of(
        directories.logs().resolve(".certbot.lock"),
        directories.config().resolve(".certbot.lock"),
        directories.work().resolve(".certbot.lock"));
  }
}
