package io.github.certbot4j.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the built distribution that a test may change, without its archive of class data. */
record Installation(Path home) {

  /** What a process wrote and how it ended. */
  record Result(int exitCode, String stdout, String stderr) {}

  /** Copies what the build made to a directory that doesn't exist yet. */
  static Installation copiedTo(Path home) throws IOException {
    Path built = Path.of(System.getProperty("certbot4j.dist"));
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path relative = built.relativize(file);
        if (!relative.startsWith("class-data")) {
          Files.copy(file, home.resolve(relative.toString()));
        }
      }
    }
    return new Installation(home);
  }

  Path launcher() {
    return home.resolve("bin/certbot");
  }

  /** Makes the archive for the JVM that runs the tests. */
  void makeClassDataArchive() throws IOException, InterruptedException {
    makeClassDataArchive(Path.of(System.getProperty("java.home")));
  }

  void makeClassDataArchive(Path java) throws IOException, InterruptedException {
    Path script = home.resolve("libexec/make-class-data-archive");
    Result result = run(Map.of("CERTBOT4J_JAVA", java.toString()), home, script.toString());
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.stderr());
    }
  }

  /** Gives the jar of a name that begins so another time of change. */
  void touchJar(String beginning, FileTime time) throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      Path jar =
          jars.filter(file -> file.getFileName().toString().startsWith(beginning))
              .findAny()
              .orElseThrow();
      Files.setLastModifiedTime(jar, time);
    }
  }

  /** Runs a command with the JVM of the tests unless the variables given say otherwise. */
  Result run(Map<String, String> variables, Path directory, String... command)
      throws IOException, InterruptedException {
    Path stdout = Files.createTempFile("launcher", ".out");
    Path stderr = Files.createTempFile("launcher", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(directory.toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().put("CERTBOT4J_JAVA", System.getProperty("java.home"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running: " + String.join(" ", command));
    }
    Result result =
        new Result(process.exitValue(), Files.readString(stdout), readLeniently(stderr));
    Files.delete(stdout);
    Files.delete(stderr);
    return result;
  }

  private static String readLeniently(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
