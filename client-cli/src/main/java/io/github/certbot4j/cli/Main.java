package io.github.certbot4j.cli;

import io.github.certbot4j.cli.console.TerminalDetector;
import io.github.certbot4j.cli.host.Host;
import io.github.certbot4j.cli.host.Version;
import io.github.certbot4j.spi.Environment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where the process starts: collects what belongs to it, and ends it with the run's exit code. */
public final class Main {

  private Main() {}

  /**
   * Runs the command line.
   *
   * @param arguments the arguments as the shell passed them, without the name of the command
   */
  public static void main(String[] arguments) {
    end(run(List.of(arguments)));
  }

  /**
   * Ends the process: threads of libraries must not keep it, and nothing is registered for its end.
   */
  static void end(int code) {
    Runtime.getRuntime().halt(code);
  }

  /** Runs one command line and returns its exit code. */
  static int run(List<String> words) {
    if (words.size() == 1 && words.get(0).equals("--version")) {
      System.out.println(Version.line());
      return ExitCodes.SUCCESS;
    }
    TerminalDetector terminals = new TerminalDetector(Path.of("/proc/self/fd"));
    Environment environment = name -> Optional.ofNullable(System.getenv(name));
    Host host =
        new Host(
            new Host.Streams(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                terminals.isTerminal(0),
                terminals.isTerminal(1),
                terminals.isTerminal(2)),
            environment,
            Clock.systemUTC(),
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("certbot4j.home", ".")));
    int code = new Application(host, Runtime.getRuntime()::halt).run(words);
    host.streams().out().flush();
    host.streams().err().flush();
    return code;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
