package io.github.certbot4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal in the middle of a challenge: what was put in place is taken away again. */
class SignalsIT {
  private static final String NAME = "signal.example.test";

  /** In bytes; pipe(7). */
  private static final int PIPE_CAPACITY = 1 << 16;

  @RegisterExtension
  static final TestCa CA = new TestCa(PebbleSettings.usual().authorizationReuse(0));

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @ParameterizedTest
  @CsvSource({"TERM, 143", "HUP, 129"})
  void a_fatal_signal_ends_the_run_after_the_challenge_was_cleaned_up(String signal, int exit)
      throws Exception {
    Outcome outcome = interrupt(signal);

    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(exit);
    assertCleanedUp();
  }

  @Test
  void an_interrupt_is_an_ordinary_failure_with_clean_up_and_post_hook() throws Exception {
    Outcome outcome = interrupt("INT");

    outcome.failed(1);
    assertCleanedUp();
    assertThat(sandbox.path("post")).exists();
  }

  @Test
  void a_fatal_signal_ends_a_run_whose_messages_nobody_reads() throws Exception {
    Path pipe = sandbox.path("pipe");
    new ProgramRun(sandbox, List.of("mkfifo", pipe.toString())).run().succeeded();
    try (RandomAccessFile full = new RandomAccessFile(pipe.toFile(), "rw")) {
      full.write(new byte[PIPE_CAPACITY]);
      ProgramRun.RunningProgram running =
          Certbot.ours(sandbox, CA)
              .run("certificates")
              .under("sh", "-c", "exec \"$@\" 2> '" + pipe + "'", "sh")
              .start();
      Path log = sandbox.log();
      Patience.until("there is a message that waits", () -> Files.exists(log));

      running.process().destroy();

      assertThat(running.finish(Duration.ofSeconds(30)).exit()).isEqualTo(143);
      assertThat(FileTree.read(log)).contains("SIGTERM has come");
    }
  }

  private Outcome interrupt(String signal) throws Exception {
    Path root = FileTree.directory(sandbox.path("www"));
    Certbot certbot = Certbot.ours(sandbox, CA);
    try (WebRootServer web = new WebRootServer(CA.pebble().challengePort())) {
      web.host(NAME, root).holding();
      ProgramRun.RunningProgram running =
          certbot
              .certonly("--webroot", "-w", root.toString(), "-d", NAME)
              .with("--post-hook", "touch " + sandbox.path("post"))
              .start();
      Patience.until("the CA looks for the challenge", web::holds);
      assertThat(FileTree.names(root)).containsExactly(".well-known");
      String pid = Long.toString(running.process().pid());
      new ProgramRun(sandbox, List.of("kill", "-" + signal, pid)).run().succeeded();
      return running.finish(Duration.ofSeconds(30));
    }
  }

  private void assertCleanedUp() {
    assertThat(FileTree.names(sandbox.path("www"))).isEmpty();
    assertThat(sandbox.lineage(NAME).exists()).isFalse();
    Certbot.ours(sandbox, CA).run("certificates").run().succeeded();
  }
}
