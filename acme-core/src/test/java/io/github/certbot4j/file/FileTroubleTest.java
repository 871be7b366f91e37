package io.github.certbot4j.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.model.Failure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class FileTroubleTest {

  private static final Path FILE = Path.of("/etc/letsencrypt/renewal/a.conf");

  @Test
  void a_full_disk_is_told_with_the_directory_to_make_room_in() {
    Failure failure = failure(new IOException("No space left on device"));

    assertThat(failure.what()).isEqualTo("Cannot write " + FILE + ": no space left on device.");
    assertThat(failure.advice()).contains("Make room").contains("/etc/letsencrypt/renewal");
    assertThat(failure).isInstanceOf(Failure.Environment.class);
  }

  @Test
  void missing_permission_advises_root_or_other_directories() {
    Failure failure = failure(new AccessDeniedException(FILE.toString()));

    assertThat(failure.what()).endsWith(": permission denied.");
    assertThat(failure.advice()).contains("root").contains("--config-dir");
  }

  @Test
  void a_read_only_file_system_is_told_in_the_words_of_the_system() {
    Failure failure =
        failure(new FileSystemException(FILE.toString(), null, "Read-only file system"));

    assertThat(failure.what()).endsWith(": read-only file system.");
    assertThat(failure.advice()).contains("writable");
  }

  @Test
  void the_reason_is_found_behind_the_path_that_old_streams_repeat() {
    assertThat(FileTrouble.reason(new FileNotFoundException("/x (y) (Too many open files)")))
        .isEqualTo("too many open files");
  }

  @Test
  void an_exception_without_words_still_gives_a_sentence() {
    assertThat(failure(new IOException()).what()).endsWith(": the system gave no reason.");
  }

  private static Failure failure(IOException cause) {
    return FileTrouble.cannot("write", FILE, cause).failure();
  }
}
