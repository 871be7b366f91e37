package io.github.certbot4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkEndTest {

  @TempDir Path temporary;

  private Path directory;

  @BeforeEach
  void resolveDirectory() throws IOException {
    directory = temporary.toRealPath();
  }

  @Test
  void links_are_followed_one_after_the_other_through_linked_directories() throws IOException {
    Path file = Files.writeString(Files.createDirectory(directory.resolve("d")).resolve("f"), "");
    Files.createSymbolicLink(directory.resolve("alias"), Path.of("d"));
    Files.createSymbolicLink(directory.resolve("d/second"), Path.of("../alias/f"));
    Path first = Files.createSymbolicLink(directory.resolve("first"), Path.of("alias/second"));

    assertThat(LinkEnd.of(first)).isEqualTo(file);
    assertThat(LinkEnd.place(directory.resolve("alias/second")))
        .isEqualTo(directory.resolve("d/second"));
  }

  @Test
  void the_end_need_not_exist() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("l"), Path.of("no/file"));

    assertThat(LinkEnd.of(link)).isEqualTo(directory.resolve("no/file"));
    assertThat(LinkEnd.of(directory.resolve("missing"))).isEqualTo(directory.resolve("missing"));
  }

  @Test
  void a_circle_is_told_with_its_path() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("l"), Path.of("l"));

    assertThatThrownBy(() -> LinkEnd.of(link))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(link.toString());
  }
}
