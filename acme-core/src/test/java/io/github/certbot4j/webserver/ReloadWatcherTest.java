package io.github.certbot4j.webserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.spi.contract.StoppedClock;
import io.github.certbot4j.webserver.ReloadWatcher.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReloadWatcherTest {

  private static final long MASTER = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @TempDir Path directory;

  private final StoppedClock clock = new StoppedClock(Instant.EPOCH);
  private final Server server = new Server();
  private final ReloadWatcher watcher = new ReloadWatcher(clock, server);
  private Path pidFile;

  @BeforeEach
  void startServer() throws IOException {
    pidFile = Files.writeString(directory.resolve("server.pid"), MASTER + "\n");
  }

  @Test
  void it_serves_when_new_workers_are_there_and_old_ones_are_gone() {
    server.starts(1, 0);
    ReloadWatcher.Reload reload = watcher.before(pidFile);
    server.starts(2, 300);
    server.stopsAccepting(1, 400);

    assertThat(reload.await(PATIENCE, PAUSE)).isEqualTo(Result.SERVES);

    assertThat(clock.slept()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void an_old_worker_with_a_long_request_is_not_waited_for_long() {
    server.starts(1, 0);
    ReloadWatcher.Reload reload = watcher.before(pidFile);
    server.starts(2, 100);

    assertThat(reload.await(PATIENCE, PAUSE)).isEqualTo(Result.SERVES);

    assertThat(clock.slept()).isEqualTo(Duration.ofMillis(1100));
  }

  @Test
  void a_number_that_is_used_again_is_another_worker() {
    server.starts(1, 0);
    ReloadWatcher.Reload reload = watcher.before(pidFile);
    server.stopsAccepting(1, 50);
    server.starts(1, 60);

    assertThat(reload.await(PATIENCE, PAUSE)).isEqualTo(Result.SERVES);
  }

  @Test
  void a_server_that_keeps_its_workers_has_not_reloaded() {
    server.starts(1, 0);
    ReloadWatcher.Reload reload = watcher.before(pidFile);

    assertThat(reload.await(PATIENCE, PAUSE)).isEqualTo(Result.NOTHING_HAPPENED);

    assertThat(clock.slept()).isEqualTo(PATIENCE);
  }

  @Test
  void a_server_that_was_not_running_serves_when_it_has_workers() throws IOException {
    Files.delete(pidFile);
    ReloadWatcher.Reload start = watcher.before(pidFile);
    Files.writeString(pidFile, MASTER + "\n");
    server.starts(1, 40);

    assertThat(start.await(PATIENCE, PAUSE)).isEqualTo(Result.SERVES);

    assertThat(clock.slept()).isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void where_the_system_tells_nothing_the_pause_has_to_do() {
    server.visible = false;
    ReloadWatcher.Reload reload = watcher.before(pidFile);

    assertThat(reload.await(PATIENCE, PAUSE)).isEqualTo(Result.UNKNOWN);

    assertThat(clock.slept()).isEqualTo(PAUSE);
  }

  @Test
  void a_pid_file_that_holds_no_number_is_as_none() throws IOException {
    Files.writeString(pidFile, "garbage");

    assertThat(watcher.before(pidFile).await(PATIENCE, PAUSE)).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void the_table_of_the_system_knows_the_children_of_this_process() throws Exception {
    ProcProcessTable table = new ProcProcessTable();
    long self = ProcessHandle.current().pid();
    Set<Worker> before = table.childrenOf(self).orElseThrow();

    Process child = new ProcessBuilder("sleep", "60").start();
    try {
      Set<Worker> now = new HashSet<>(table.childrenOf(self).orElseThrow());
      now.removeAll(before);
      assertThat(now).extracting(Worker::pid).containsExactly(child.pid());
      assertThat(table.accepts(now.iterator().next())).as("it listens to nothing").isFalse();
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(table.childrenOf(self).orElseThrow())
        .extracting(Worker::pid)
        .doesNotContain(child.pid());
  }

  @Test
  void a_process_that_listens_may_take_connections() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.isBound()).isTrue();
      ProcProcessTable table = new ProcProcessTable();
      ProcessHandle self = ProcessHandle.current();
      Worker here =
          table.childrenOf(self.parent().orElseThrow().pid()).orElseThrow().stream()
              .filter(each -> each.pid() == self.pid())
              .findFirst()
              .orElseThrow();

      assertThat(table.accepts(here)).isTrue();
      assertThat(table.accepts(new Worker(here.pid(), here.started() + 1)))
          .as("another process of the same number")
          .isFalse();
    }
  }

  @Test
  void where_there_is_no_table_nothing_is_known() {
    assertThat(new ProcProcessTable(directory).childrenOf(MASTER)).isEmpty();
  }

  /** Processes that come and go by the clock of the test, in milliseconds. */
  private final class Server implements ProcessTable {

    private final Map<Worker, Long> ends = new HashMap<>();
    private boolean visible = true;

    void starts(long pid, long at) {
      ends.put(new Worker(pid, at), Long.MAX_VALUE);
    }

    void stopsAccepting(long pid, long at) {
      ends.replaceAll((worker, end) -> worker.pid() == pid ? at : end);
    }

    @Override
    public Optional<Set<Worker>> childrenOf(long pid) {
      Set<Worker> present = new HashSet<>(ends.keySet());
      present.removeIf(each -> each.started() > now());
      return visible ? Optional.of(present) : Optional.empty();
    }

    @Override
    public boolean accepts(Worker worker) {
      return ends.get(worker) > now();
    }

    private long now() {
      return clock.now().toEpochMilli();
    }
  }
}
