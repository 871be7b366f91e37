package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoreDirectoriesTest {

  @TempDir Path temporary;

  @Test
  void strictness_minds_the_permissions_of_existing_directories() throws IOException {
    Tree tree = new Tree(temporary);
    CoreDirectories strict = new CoreDirectories(new AtomicFiles(), true);
    strict.prepare(tree.directories);
    Files.setPosixFilePermissions(
        tree.directories.logs(), PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThatThrownBy(() -> strict.prepare(tree.directories))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith(tree.directories.logs().toString())
        .hasMessageContaining("700");
    new CoreDirectories(new AtomicFiles(), false).prepare(tree.directories);
    assertThat(tree.directories.hooks("deploy")).isDirectory();
  }
}
