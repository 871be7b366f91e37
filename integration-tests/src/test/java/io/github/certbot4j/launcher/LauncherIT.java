package io.github.certbot4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LauncherIT {

  private static final String LOG_LOADED_CLASSES = "-Xlog:class+load:stdout";
  private static final String MAIN_FROM_ARCHIVE =
      "io.github.certbot4j.cli.Main source: shared objects file";

  /** Runs a Java with the launcher's flags, and has it tell what it makes of them. */
  private static final String TELL_FLAGS =
      """
      home=.
      . libexec/launch.sh
      set -f
      exec "$0" $(echo "$jvm_flags" | sed s/-XX:CompileCommand=quiet//) -XX:+PrintFlagsFinal -version
      """;

  private static final int FIRST_WITH_AOT_CACHE = 25;
  private static final int MOST_CLAIMED = 160 << 20;
  private static final int FEWEST_OF_MANY = 200;
  private static final Pattern RELEASE_VERSION =
      Pattern.compile("^JAVA_VERSION=\"(\\d+)", Pattern.MULTILINE);

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

  @ParameterizedTest
  @MethodSource("javas")
  void an_archive_that_fits_is_used(Path java) throws Exception {
    assertThat(usesArchive(java)).isFalse();
    installation.makeClassDataArchive(java);
    assertThat(usesArchive(java)).isTrue();
    assertAnswersQuietly(runOn(java));
  }

  /** The limit is on what the kernel counts where it doesn't overcommit, used or not. */
  @ParameterizedTest
  @MethodSource("javas")
  void little_memory_is_claimed(Path java) throws Exception {
    String prlimit = Requirement.program("prlimit", "util-linux").toString();
    installation.makeClassDataArchive(java);
    Installation.Result result =
        installation.run(
            Map.of("CERTBOT4J_JAVA", java.toString()),
            directory,
            prlimit,
            "--data=" + MOST_CLAIMED,
            installation.launcher().toString(),
            "certificates",
            "--config-dir=config",
            "--work-dir=work",
            "--logs-dir=logs");
    assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isZero();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void what_was_rehearsed_is_compiled_early_for_many_lineages(Path java) throws Exception {
    installation.makeClassDataArchive(java);
    Path renewal = Files.createDirectories(directory.resolve("many/renewal"));
    for (int number = 1; number < FEWEST_OF_MANY; number++) {
      Files.createFile(renewal.resolve(number + ".conf"));
    }
    assertThat(compilesEarly(java, "--config-dir", "many")).isFalse();
    Files.createFile(renewal.resolve("one-more.conf"));
    assertThat(compilesEarly(java, "--config-dir", "many")).isEqualTo(hasAotCache(java));
    assertThat(compilesEarly(java, "--config-dir=many")).isEqualTo(hasAotCache(java));
    assertThat(compilesEarly(java, "--config-dir", "few", "--cert-name", "many")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void the_version_alone_needs_no_archive(Path java) throws Exception {
    installation.makeClassDataArchive(java);
    assertThat(loadedClasses(java, "--version"))
        .noneMatch(line -> line.endsWith(MAIN_FROM_ARCHIVE));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void everything_of_ours_that_is_rehearsed_comes_from_the_archive(Path java) throws Exception {
    installation.makeClassDataArchive(java);
    assertThat(
            loadedClasses(
                java, "certificates", "--config-dir", "c", "--work-dir", "w", "--logs-dir", "l"))
        .filteredOn(line -> line.contains(" io.github.certbot4j."))
        .isNotEmpty()
        .allMatch(line -> line.contains("source: shared objects file"));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void an_archive_is_used_in_a_directory_with_a_blank(Path java) throws Exception {
    installation = Installation.copiedTo(directory.resolve("with a blank"));
    installation.makeClassDataArchive(java);
    // Before AOT caches, such a JVM takes only its own classes from the archive.
    assertThat(usesArchive(java)).isEqualTo(hasAotCache(java));
    assertAnswersQuietly(runOn(java));
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
            "--help");
    assertThat(result.stdout().lines()).anyMatch(line -> line.endsWith(MAIN_FROM_ARCHIVE));
  }

  /** JDK 25 doesn't look itself whether its cache was made of these jars: it would run old code. */
  @ParameterizedTest
  @MethodSource("javas")
  void an_archive_made_of_another_jar_is_ignored_without_a_word(Path java) throws Exception {
    installation.makeClassDataArchive(java);
    for (String time : List.of("2020-01-01T00:00:00Z", "2100-01-01T00:00:00Z")) {
      installation.touchJar("certbot4j-client-cli", FileTime.from(Instant.parse(time)));
      assertThat(usesArchive(java)).as(time).isFalse();
      assertAnswersQuietly(runOn(java));
    }
    installation.makeClassDataArchive(java);
    assertThat(usesArchive(java)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void an_installation_that_moved_starts_without_a_word(Path java) throws Exception {
    installation.makeClassDataArchive(java);
    Path moved = directory.resolve("moved");
    Files.move(installation.home(), moved);
    installation = new Installation(moved);
    assertAnswersQuietly(runOn(java));
  }

  /** Without the optimising compiler they take four times as long, and with its late use twice. */
  @ParameterizedTest
  @MethodSource("javas")
  void the_optimising_compiler_is_there_for_keys_and_soon(Path java) throws Exception {
    Installation.Result result =
        installation.run(
            Map.of(), installation.home(), "/bin/sh", "-c", TELL_FLAGS, java + "/bin/java");
    assertThat(result.stdout())
        .containsPattern("TieredStopAtLevel += 4 ")
        .containsPattern("CompileThresholdScaling java/math/\\*\\.\\* .*= 0\\.03")
        .containsPattern("CompileThresholdScaling sun/security/util/math/\\*\\.\\* .*= 0\\.1");
  }

  /** The JVM of the tests, and one that has AOT caches if this machine has one. */
  static Stream<Path> javas() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    Stream.Builder<Path> javas = Stream.<Path>builder().add(own);
    Path installed = Path.of("/usr/lib/jvm");
    if (Runtime.version().feature() < FIRST_WITH_AOT_CACHE && Files.isDirectory(installed)) {
      try (Stream<Path> homes = Files.list(installed)) {
        homes.filter(LauncherIT::hasAotCache).findFirst().ifPresent(javas::add);
      }
    }
    return javas.build();
  }

  static boolean hasAotCache(Path java) {
    try {
      Matcher version = RELEASE_VERSION.matcher(Files.readString(java.resolve("release")));
      return version.find() && Integer.parseInt(version.group(1)) >= FIRST_WITH_AOT_CACHE;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean compilesEarly(Path java, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(installation.launcher().toString()));
    command.addAll(List.of("certificates", "--work-dir", "w", "--logs-dir", "l"));
    command.addAll(List.of(words));
    Installation.Result result =
        installation.run(
            Map.of(
                "CERTBOT4J_JAVA",
                java.toString(),
                "CERTBOT4J_JAVA_OPTIONS",
                "-XX:+PrintFlagsFinal"),
            directory,
            command.toArray(new String[0]));
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(result.stdout()).containsPattern("MaxHeapSize += 268435456 ");
    return Pattern.compile("AOTReplayTraining += true ").matcher(result.stdout()).find();
  }

  private Installation.Result run(Map<String, String> variables) throws Exception {
    return installation.run(variables, directory, installation.launcher().toString(), "--version");
  }

  private Installation.Result runOn(Path java) throws Exception {
    return run(Map.of("CERTBOT4J_JAVA", java.toString()));
  }

  private boolean usesArchive(Path java) throws Exception {
    return loadedClasses(java, "--help").stream()
        .anyMatch(line -> line.endsWith(MAIN_FROM_ARCHIVE));
  }

  private List<String> loadedClasses(Path java, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(installation.launcher().toString()));
    command.addAll(List.of(words));
    Installation.Result result =
        installation.run(
            Map.of("CERTBOT4J_JAVA", java.toString(), "CERTBOT4J_JAVA_OPTIONS", LOG_LOADED_CLASSES),
            directory,
            command.toArray(new String[0]));
    assertThat(result.stderr()).doesNotContain("arning");
    return result.stdout().lines().filter(line -> line.contains(" source: ")).toList();
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
