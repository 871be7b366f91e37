package io.github.certbot4j.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProcessCommandRunnerTest {

  private final CommandRunner runner = new ProcessCommandRunner();
  @TempDir Path temp;

  @Test
  void status_output_and_errors_are_kept_apart() {
    CommandResult result = shell("echo out; echo err >&2; exit 3", Map.of());
    assertThat(result).isEqualTo(new CommandResult(3, "out\n", "err\n"));
    assertThat(result.succeeded()).isFalse();
    assertThat(shell("exit 0", Map.of()).succeeded()).isTrue();
  }

  @Test
  @Timeout(60)
  void a_program_that_writes_much_to_both_pipes_is_not_blocked() {
    CommandResult result =
        shell("head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero", Map.of());
    assertThat(result.stdout()).hasSize(300_000);
    assertThat(result.stderr()).hasSize(300_000);
  }

  @Test
  void variables_are_added_to_the_inherited_ones_or_taken_from_them() {
    assertThat(shell("echo \"$ADDED|${PATH:+path}\"", Map.of("ADDED", "a $(b)")).stdout())
        .isEqualTo("a $(b)|path\n");
    Command without = Command.shell("echo \"${PATH:-none}\"", Map.of()).without(List.of("PATH"));
    assertThat(runner.run(without).stdout()).doesNotContain(System.getenv("PATH"));
  }

  @Test
  void a_file_is_run_whatever_its_name_and_without_an_interpreter_line() throws IOException {
    Path file = Files.writeString(temp.resolve("a $(b); c"), "echo run\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    assertThat(runner.run(Command.file(file.toString(), Map.of())).stdout()).isEqualTo("run\n");
  }

  @Test
  void bytes_that_are_no_utf8_do_no_harm() {
    assertThat(shell("printf '\\377ok'", Map.of()).stdout()).endsWith("ok");
  }

  @Test
  void a_program_that_is_not_there_is_named() {
    assertThatThrownBy(() -> runner.run(Command.of("/nonexistent/program")))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Environment.class))
        .hasMessageContaining("/nonexistent/program");
  }

  @Test
  void an_interrupted_wait_ends_the_program_and_keeps_the_interrupt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> shell("exec sleep 60", Map.of()))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Cancelled.class));
    assertThat(Thread.interrupted()).isTrue();
  }

  private CommandResult shell(String line, Map<String, String> environment) {
    return runner.run(Command.shell(line, environment));
  }
}
