package io.github.certbot4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherIT {

  private static final String LOG_LOADED_CLASSES = "-Xlog:class+load:stdout";
  private static final String MAIN_FROM_ARCHIVE =
      "io.github.certbot4j.cli.Main source: shared objects file";

  @TempDir Path directory;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.copiedTo(directory.resolve("installed"));
  }

  @Test
  void relative_links_and_blanks_in_the_path_are_followed() throws Exception {
    Installation blank = Installation.copiedTo(directory.resolve("with some blanks"));
    Path place = Files.createDirectory(directory.resolve("another place"));
    Files.createSymbolicLink(place.resolve("first"), Path.of("../with some blanks/bin/certbot"));
    Files.createSymbolicLink(directory.resolve("second"), Path.of("another place/first"));
    assertAnswersQuietly(blank.run(Map.of(), directory, "./second", "--version"));
    assertAnswersQuietly(blank.run(Map.of(), place, "../second", "--version"));
  }

  @Test
  void it_runs_by_its_name_alone() throws Exception {
    String path = "bin:" + System.getenv("PATH");
    assertAnswersQuietly(
        installation.run(
            Map.of("PATH", path), installation.home(), "/bin/sh", "-c", "certbot --version"));
    assertAnswersQuietly(
        installation.run(
            Map.of(), installation.home().resolve("bin"), "/bin/sh", "certbot", "--version"));
  }

  @Test
  void options_meant_for_other_jvms_leave_no_trace() throws Exception {
    Map<String, String> variables =
        Map.of("JAVA_TOOL_OPTIONS", "-Da=b", "JDK_JAVA_OPTIONS", "-Da=b", "_JAVA_OPTIONS", "-Da=b");
    assertAnswersQuietly(run(variables));
  }

  @Test
  void an_older_java_home_is_passed_over() throws Exception {
    Path old = fakeJava("11.0.2");
    assertAnswersQuietly(run(Map.of("CERTBOT4J_JAVA", "", "JAVA_HOME", old.toString())));
  }

  @Test
  void an_older_java_that_was_asked_for_is_an_error_of_one_line() throws Exception {
    Path old = fakeJava("11.0.2");
    Installation.Result result = run(Map.of("CERTBOT4J_JAVA", old.toString()));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr()).hasLineCount(1).contains("CERTBOT4J_JAVA", "17 or newer");
  }

  @Test
  void an_archive_that_fits_is_used() throws Exception {
    assertThat(loadedClasses()).doesNotContain(MAIN_FROM_ARCHIVE);
    installation.makeClassDataArchive();
    assertThat(loadedClasses()).contains(MAIN_FROM_ARCHIVE);
    assertAnswersQuietly(run(Map.of()));
  }

  @Test
  void an_archive_is_used_whichever_link_leads_to_it() throws Exception {
    installation.makeClassDataArchive();
    Files.createSymbolicLink(directory.resolve("link"), installation.home());
    Installation.Result result =
        installation.run(
            Map.of("CERTBOT4J_JAVA_OPTIONS", LOG_LOADED_CLASSES),
            directory,
            "link/bin/certbot",
            "--version");
    assertThat(result.stdout()).contains(MAIN_FROM_ARCHIVE);
  }

  @Test
  void an_archive_older_than_a_jar_is_ignored_without_a_word() throws Exception {
    installation.makeClassDataArchive();
    installation.touchJars();
    assertThat(loadedClasses()).doesNotContain(MAIN_FROM_ARCHIVE);
    assertAnswersQuietly(run(Map.of()));
  }

  @Test
  void an_archive_that_moved_is_ignored_without_a_word() throws Exception {
    installation.makeClassDataArchive();
    Path moved = directory.resolve("moved");
    Files.move(installation.home(), moved);
    installation = new Installation(moved);
    assertAnswersQuietly(run(Map.of()));
  }

  private Installation.Result run(Map<String, String> variables) throws Exception {
    return installation.run(variables, directory, installation.launcher().toString(), "--version");
  }

  private String loadedClasses() throws Exception {
    return run(Map.of("CERTBOT4J_JAVA_OPTIONS", LOG_LOADED_CLASSES)).stdout();
  }

  /** A Java that fails when it is run, and whose release file names the version. */
  private Path fakeJava(String version) throws IOException {
    Path home = Files.createDirectories(directory.resolve("java-" + version));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path program = Files.createDirectory(home.resolve("bin")).resolve("java");
    Files.writeString(program, "#!/bin/sh\nexit 99\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private static void assertAnswersQuietly(Installation.Result result) {
    assertThat(result.stderr()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.stdout()).matches("certbot \\d+\\.\\d+\\.\\d+\n");
  }
}
