package io.github.certbot4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of a program, put together step by step. The environment starts from nothing but the
 * search path, so that the settings of the machine do not matter.
 */
public final class ProgramRun {
  private final Sandbox sandbox;
  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, List<String>> wrappers = new LinkedHashMap<>();
  private Path directory;
  private String input = "";
  private Duration limit = Duration.ofMinutes(2);

  public ProgramRun(Sandbox sandbox, List<String> command) {
    this.sandbox = sandbox;
    this.command.addAll(command);
    directory = sandbox.root();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", sandbox.path("tmp").toString());
    environment.put("TMPDIR", sandbox.path("tmp").toString());
    environment.put("LANG", "C.UTF-8");
    environment.put("COLUMNS", "80");
    if (System.getenv("JAVA_HOME") != null) {
      environment.put("JAVA_HOME", System.getenv("JAVA_HOME"));
    }
  }

  public ProgramRun with(String... arguments) {
    command.addAll(List.of(arguments));
    return this;
  }

  public ProgramRun env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public ProgramRun withoutEnv(String name) {
    environment.remove(name);
    return this;
  }

  public ProgramRun stdin(String text) {
    input = text;
    return this;
  }

  public ProgramRun in(Path workingDirectory) {
    directory = workingDirectory;
    return this;
  }

  public ProgramRun umask(String mask) {
    wrappers.put("umask", List.of("sh", "-c", "umask " + mask + "; exec \"$@\"", "sh"));
    return this;
  }

  /** Runs under the user that owns nothing. */
  public ProgramRun asNobody() {
    Requirement.root();
    String setpriv = Requirement.program("setpriv", "util-linux").toString();
    wrappers.put(
        "user", List.of(setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
    return this;
  }

  /** Runs below another program, such as a tracer. */
  public ProgramRun under(String... wrapper) {
    wrappers.put("wrapper", List.of(wrapper));
    return this;
  }

  public ProgramRun limit(Duration longest) {
    limit = longest;
    return this;
  }

  public List<String> commandLine() {
    List<String> whole = new ArrayList<>();
    wrappers.values().forEach(whole::addAll);
    whole.addAll(command);
    return whole;
  }

  public Map<String, String> environment() {
    return environment;
  }

  public Outcome run() {
    return start().finish(limit);
  }

  public RunningProgram start() {
    try {
      Path tmp = sandbox.path("tmp");
      Path in = Files.writeString(Files.createTempFile(tmp, "run-", ".in"), input);
      Path out = Files.createTempFile(tmp, "run-", ".out");
      Path err = Files.createTempFile(tmp, "run-", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(commandLine())
              .directory(directory.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new RunningProgram(commandLine(), builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program that has been started; {@link #finish} must be called. */
  public record RunningProgram(List<String> command, Process process, Path out, Path err) {

    public Outcome finish(Duration limit) {
      if (!Patience.within(limit, () -> !process.isAlive())) {
        kill();
        throw new AssertionError("still running after " + limit + ": " + outcome());
      }
      return outcome();
    }

    /** SIGKILL: no clean-up of any kind runs. */
    public void kill() {
      process.destroyForcibly();
      Patience.until("the process is gone", () -> !process.isAlive());
    }

    public String outSoFar() {
      return readText(out);
    }

    private Outcome outcome() {
      int exit = process.isAlive() ? -1 : process.exitValue();
      return new Outcome(command, exit, readText(out), readText(err));
    }

    private static String readText(Path file) {
      try {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
