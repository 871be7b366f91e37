package io.github.certbot4j.webserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.crypto.Digests;
import io.github.certbot4j.file.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptionFileTest {

  private static final byte[] OLD = bytes("ssl_protocols TLSv1;\n");
  private static final byte[] NEW = bytes("ssl_protocols TLSv1.3;\n");

  @TempDir Path directory;

  private final List<Path> written = new ArrayList<>();
  private Path file;
  private Path digest;
  private OptionFile options;

  @BeforeEach
  void describe() {
    file = directory.resolve("options-ssl-x.conf");
    digest = directory.resolve(".updated-options-ssl-x-conf-digest.txt");
    AtomicFiles files =
        new AtomicFiles(
            (operation, path) -> {
              if (operation.equals("rename over")) {
                written.add(path);
              }
            });
    options =
        new OptionFile(file, digest, Set.of(Digests.sha256Hex(OLD), Digests.sha256Hex(NEW)), files);
  }

  @Test
  void a_missing_file_is_written_with_its_digest() {
    options.install(NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(digest).hasContent(Digests.sha256Hex(NEW)).hasSize(64);
  }

  @Test
  void a_file_that_is_right_is_not_touched_nor_is_its_digest() throws IOException {
    Files.write(file, NEW);

    options.install(NEW);

    assertThat(written).isEmpty();
    assertThat(digest).doesNotExist();
  }

  @Test
  void an_older_version_is_brought_up_to_date_and_keeps_its_mode() throws IOException {
    Files.write(file, OLD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    options.install(NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(digest).hasContent(Digests.sha256Hex(NEW));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void a_changed_file_stays_and_is_told_once_for_each_version() throws IOException {
    byte[] own = bytes("ssl_protocols TLSv1.1; # mine\n");
    Files.write(file, own);

    options.install(NEW);
    options.install(NEW);

    assertThat(file).hasBinaryContent(own);
    assertThat(digest).hasContent(Digests.sha256Hex(NEW));
    assertThat(written).as("the digest is noted with the warning").containsExactly(digest);
    options.install(OLD);
    assertThat(written).containsExactly(digest, digest);
    assertThat(digest).hasContent(Digests.sha256Hex(OLD));
  }

  @Test
  void a_linked_file_is_brought_up_to_date_where_it_is() throws IOException {
    Path end = Files.write(directory.resolve("end"), OLD);
    Files.createSymbolicLink(file, end);

    options.install(NEW);

    assertThat(file).isSymbolicLink();
    assertThat(end).hasBinaryContent(NEW);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
