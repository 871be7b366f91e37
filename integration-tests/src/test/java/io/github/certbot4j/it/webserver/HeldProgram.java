package io.github.certbot4j.it.webserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.Patience;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.ProgramRun.RunningProgram;
import io.github.certbot4j.it.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A program that certbot calls, and that comes back only when it is let go: meanwhile a test can
 * see to the program that called it.
 */
public final class HeldProgram {
  private final Sandbox sandbox;
  private final Path script;
  private final Path reached;
  private final Path hold;

  /**
   * Puts it in front of the real one.
   *
   * @param word the argument with which it is held, after it has done its work
   */
  public HeldProgram(Sandbox sandbox, Path program, String word) {
    this.sandbox = sandbox;
    reached = sandbox.path("reached");
    hold = FileTree.write(sandbox.path("hold"), "");
    script =
        sandbox.script(
            "bin/held-" + program.getFileName(),
            """
            '%s' "$@" || exit
            case " $* " in
              *' %s '*)
                touch '%s'
                while [ -e '%s' ]; do sleep 0.05; done ;;
            esac"""
                .formatted(program, word, reached, hold));
  }

  public Path script() {
    return script;
  }

  /** Starts a run that uses the script, and waits until it is held there. */
  public RunningProgram started(ProgramRun run) {
    RunningProgram running = run.start();
    Patience.until("the program is called", () -> Files.exists(reached) || !isAlive(running));
    assertThat(reached).as(running.outSoFar()).exists();
    return running;
  }

  private static boolean isAlive(RunningProgram running) {
    return running.process().isAlive();
  }

  /** Sends SIGTERM to the run that is held, and lets it go when it has taken notice. */
  public Outcome terminated(RunningProgram running) {
    running.process().destroy();
    Path log = sandbox.log();
    Patience.until("the signal is logged", () -> FileTree.read(log).contains("SIGTERM has come"));
    letGo();
    return running.finish(Duration.ofMinutes(1));
  }

  public void letGo() {
    FileTree.delete(hold);
  }
}
