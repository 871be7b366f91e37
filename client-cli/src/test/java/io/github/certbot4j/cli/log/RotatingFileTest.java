package io.github.certbot4j.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {

  @TempDir Path directory;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("x.log");
  }

  @Test
  void the_first_run_leaves_an_empty_backup() throws IOException {
    run("one", 10);
    assertThat(file).hasContent("one");
    assertThat(backup(1)).isEmptyFile();
  }

  @Test
  void every_run_moves_the_backups_up_and_the_oldest_goes() throws IOException {
    for (String text : new String[] {"one", "two", "three", "four"}) {
      run(text, 2);
    }
    assertThat(file).hasContent("four");
    assertThat(backup(1)).hasContent("three");
    assertThat(backup(2)).hasContent("two");
    assertThat(backup(3)).doesNotExist();
  }

  @Test
  void backups_move_up_to_the_first_gap_only() throws IOException {
    Files.writeString(file, "one");
    Files.writeString(backup(1), "older");
    Files.writeString(backup(3), "oldest");
    run("two", 10);
    assertThat(backup(1)).hasContent("one");
    assertThat(backup(2)).hasContent("older");
    assertThat(backup(3)).hasContent("oldest");
  }

  @Test
  void without_backups_every_run_appends() throws IOException {
    run("one", 0);
    run("two", 0);
    assertThat(file).hasContent("onetwo");
    assertThat(backup(1)).doesNotExist();
  }

  @Test
  void a_file_that_would_reach_the_limit_is_rotated_first() throws IOException {
    RotatingFile rotating = RotatingFile.open(file, 5, 10);
    rotating.write(bytes("12345"));
    rotating.write(bytes("6789"));
    rotating.write(bytes("0"));
    rotating.close();
    assertThat(file).hasContent("0");
    assertThat(backup(1)).hasContent("123456789");
  }

  @Test
  void a_single_record_longer_than_the_limit_is_written_whole() throws IOException {
    RotatingFile rotating = RotatingFile.open(file, 5, 4);
    rotating.write(bytes("12345"));
    rotating.close();
    assertThat(file).hasContent("12345");
    assertThat(backup(1)).isEmptyFile();
    assertThat(backup(2)).doesNotExist();
  }

  private void run(String text, int backups) throws IOException {
    RotatingFile rotating = RotatingFile.open(file, backups, 1000);
    rotating.write(bytes(text));
    rotating.close();
  }

  private Path backup(int number) {
    return directory.resolve("x.log." + number);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
