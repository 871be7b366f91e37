package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileTextTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2047, 2048, 2049, 8191, 8192, 8193, 100_000})
  void a_file_of_any_length_is_read_whole(int length) throws Exception {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    Path file = Files.write(directory.resolve("file"), content);
    assertThat(FileText.bytes(file)).isEqualTo(content);
  }

  @Test
  void a_missing_file_is_told_from_one_that_cannot_be_read() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> FileText.bytes(directory.resolve("none")));
  }
}
