package io.github.certbot4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlainFileTest {

  @TempDir Path directory;

  @Test
  void a_file_is_read_and_a_missing_one_is_empty() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "text");

    assertThat(PlainFile.read(file).map(String::new)).contains("text");
    assertThat(PlainFile.read(directory.resolve("y"))).isEqualTo(Optional.empty());
  }

  @Test
  void links_and_directories_are_refused() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "text");
    Path link = Files.createSymbolicLink(directory.resolve("l"), file);

    assertThatThrownBy(() -> PlainFile.read(link))
        .isInstanceOf(FailureException.class)
        .hasMessage("Cannot read " + link + ": it is not a regular file.");
    assertThatThrownBy(() -> PlainFile.read(directory)).isInstanceOf(FailureException.class);
  }
}
