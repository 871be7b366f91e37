package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.exec.CommandRunner;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.Waiter;
import io.github.certbot4j.spi.contract.Contexts;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import io.github.certbot4j.webserver.ProcessTable;
import io.github.certbot4j.webserver.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReloadTest {

  @TempDir private Path directory;
  private Path pidFile;
  private final List<String> calls = new ArrayList<>();
  private final GivenOptions options = new GivenOptions().with(NginxOptions.NGINX_CTL, "/bin/true");
  private Instant time = Instant.EPOCH;
  private Set<Worker> workers = Set.of(new Worker(11, 1));
  private boolean takesUp = true;

  @BeforeEach
  void writePid() throws IOException {
    pidFile = directory.resolve("nginx.pid");
    Files.writeString(pidFile, "10\n");
  }

  private NginxProgram program(int exitCode) {
    CommandRunner runner =
        command -> {
          calls.add(command.argv().get(command.argv().size() - 1));
          if (takesUp) {
            workers = Set.of(new Worker(12, 2));
          }
          return new CommandResult(exitCode, "", "nginx: [alert] kill(10, 1) failed");
        };
    PluginContext basis = Contexts.of(options, ScriptedDisplay.unattended(), runner);
    PluginContext context =
        new PluginContext(
            basis.options(),
            new Directories(directory, directory, directory),
            basis.display(),
            basis.commands(),
            basis.environment(),
            new Waiter() {
              @Override
              public Instant now() {
                return time;
              }

              @Override
              public void sleep(Duration duration) {
                time = time.plus(duration);
              }
            },
            basis.locks());
    return new NginxProgram(context, directory.resolve("nginx.conf"), new Processes());
  }

  private final class Processes implements ProcessTable {

    @Override
    public Optional<Set<Worker>> childrenOf(long pid) {
      return pid == 10 ? Optional.of(workers) : Optional.empty();
    }

    @Override
    public boolean accepts(Worker worker) {
      return workers.contains(worker);
    }
  }

  private Duration waited() {
    return Duration.between(Instant.EPOCH, time);
  }

  @Test
  void new_workers_end_the_wait_at_once() {
    options.with(NginxOptions.NGINX_SLEEP_SECONDS, 30);
    program(0).reload(new MasterProcess(pidFile, false));
    assertThat(calls).containsExactly("reload");
    assertThat(waited()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void a_server_that_goes_on_with_its_old_workers_is_an_error() {
    takesUp = false;
    assertThatThrownBy(() -> program(0).reload(new MasterProcess(pidFile, false)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("old configuration")
        .hasMessageContaining("error log");
    assertThat(waited()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(11));
  }

  @Test
  void where_nothing_can_be_seen_the_pause_of_the_option_is_made() throws IOException {
    Files.delete(pidFile);
    options.with(NginxOptions.NGINX_SLEEP_SECONDS, 4);
    program(0).reload(new MasterProcess(pidFile, false));
    assertThat(waited()).isBetween(Duration.ofSeconds(4), Duration.ofMillis(4100));
  }

  @Test
  void no_pause_is_made_if_none_is_wanted() {
    takesUp = false;
    options.with(NginxOptions.NGINX_SLEEP_SECONDS, 0);
    assertThatCode(() -> program(0).reload(new MasterProcess(pidFile, false)))
        .doesNotThrowAnyException();
    assertThat(waited()).isZero();
  }

  @Test
  void a_server_in_the_foreground_is_not_started() {
    assertThatThrownBy(() -> program(1).reload(new MasterProcess(pidFile, true)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("daemon off")
        .hasMessageContaining("kill(10, 1) failed");
    assertThat(calls).containsExactly("reload");
  }

  @Test
  void nothing_is_left_of_a_start_that_failed() throws IOException {
    assertThatThrownBy(() -> program(1).reload(new MasterProcess(pidFile, false)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("neither be reloaded nor started");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(pidFile);
    }
  }
}
