package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.nginx.load.ConfigTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MasterProcessTest {

  private static final String BUILT_IN = "--prefix=/opt/nginx --pid-path=/run/built-in.pid";

  @TempDir private Path root;

  private MasterProcess master(String main, String description) throws IOException {
    Files.writeString(root.resolve("nginx.conf"), main);
    Files.writeString(
        root.resolve("more.conf"), "include more.conf;\npid run/x.pid;\ndaemon off;\n");
    return MasterProcess.of(ConfigTree.of(root), description);
  }

  @Test
  void the_configured_file_goes_before_the_one_that_was_built_in() throws IOException {
    assertThat(master("pid /run/nginx.pid;", BUILT_IN))
        .isEqualTo(new MasterProcess(Path.of("/run/nginx.pid"), false));
    assertThat(master("events {}", BUILT_IN))
        .isEqualTo(new MasterProcess(Path.of("/run/built-in.pid"), false));
    assertThat(master("daemon on;", ""))
        .isEqualTo(new MasterProcess(Path.of("/usr/local/nginx/logs/nginx.pid"), false));
  }

  @Test
  void included_files_count_and_names_are_relative_to_the_prefix() throws IOException {
    assertThat(master("include more.conf;", BUILT_IN))
        .isEqualTo(new MasterProcess(Path.of("/opt/nginx/run/x.pid"), true));
  }
}
