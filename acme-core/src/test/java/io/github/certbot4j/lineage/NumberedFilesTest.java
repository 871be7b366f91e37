package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.file.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NumberedFilesTest {

  @TempDir Path temporary;

  @Test
  void gaps_are_filled_first_and_keys_are_secret() throws IOException {
    Tree tree = new Tree(temporary);
    NumberedFiles keys = NumberedFiles.keys(tree.directories, new AtomicFiles());
    Path first = keys.add("zero");
    Path second = keys.add("one");
    keys.add("two");
    Files.delete(second);

    assertThat(keys.add("one again")).isEqualTo(second).hasContent("one again");
    assertThat(first).hasFileName("0000_key-certbot.pem").hasContent("zero");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void requests_are_numbered_by_themselves() {
    Tree tree = new Tree(temporary);
    NumberedFiles.keys(tree.directories, new AtomicFiles()).add("key");

    assertThat(NumberedFiles.signingRequests(tree.directories, new AtomicFiles()).add("csr"))
        .isEqualTo(tree.directories.csr().resolve("0000_csr-certbot.pem"));
  }
}
