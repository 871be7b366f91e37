package io.github.certbot4j.apache.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.apache.config.ServerFacts;
import io.github.certbot4j.apache.config.ServerVersion;
import io.github.certbot4j.apache.distro.Family;
import io.github.certbot4j.apache.distro.OperatingSystem;
import io.github.certbot4j.apache.distro.ServerSetup;
import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.Waiter;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import io.github.certbot4j.spi.contract.StoppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a server that is told to reload. */
final class ServerReloadTest {

  private static final String COMPLAINT = "[Sun] [ssl:emerg] [pid 1] AH02312: Fatal error\n";

  @TempDir private Path directory;
  private final StoppedClock clock = new StoppedClock(Instant.EPOCH);
  private Duration startsAfter = Duration.ZERO;
  private int reloads;
  private int deaths;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(log(), "[Sat] [ssl:emerg] of yesterday\n");
    runAsThisProcess();
  }

  @Test
  void without_a_way_to_watch_there_is_a_pause() {
    assertThatCode(() -> reload(ServerReport.UNTOLD)).doesNotThrowAnyException();
    assertThat(clock.slept()).hasSeconds(3);
  }

  @Test
  void a_server_that_ends_once_is_started_again() {
    deaths = 1;
    assertThatCode(() -> reload(pidFile())).doesNotThrowAnyException();
    assertThat(reloads).isEqualTo(2);
  }

  @Test
  void a_server_that_ends_again_is_told_of_in_the_words_of_its_log() {
    deaths = 2;
    assertThatThrownBy(() -> reload(pidFile()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Apache ended when it was reloaded: " + COMPLAINT.strip() + ".")
        .hasMessageNotContaining("yesterday");
  }

  @Test
  void a_server_that_starts_slowly_is_waited_for() {
    startsAfter = Duration.ofSeconds(12);
    deaths = 1;
    assertThatCode(() -> reload(pidFile())).doesNotThrowAnyException();
    assertThat(clock.slept()).isGreaterThanOrEqualTo(startsAfter);
  }

  private void reload(Path pidFile) {
    ServerFacts facts =
        new ServerFacts(
            ServerVersion.parse("2.4"), Set.of(), Map.of(), List.of(), Path.of("/nonexistent"));
    PluginContext context = context();
    new ServerReload(new ApacheControl(setup(), context), context)
        .run(new ServerReport(facts, pidFile, log()));
  }

  /** The server stands for itself by the number of this process, which has no children. */
  private void runAsThisProcess() throws IOException {
    Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n");
  }

  private CommandResult control(Command command) {
    assertThat(command.argv()).endsWith("graceful");
    reloads++;
    try {
      if (deaths >= reloads) {
        Files.deleteIfExists(pidFile());
        Files.writeString(log(), COMPLAINT, StandardOpenOption.APPEND);
      } else if (startsAfter.isZero()) {
        runAsThisProcess();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CommandResult(0, "", "");
  }

  private Path pidFile() {
    return directory.resolve("pid");
  }

  private Path log() {
    return directory.resolve("error.log");
  }

  /** Time in which the server gets up. */
  private final class SlowStart implements Waiter {

    @Override
    public Instant now() {
      return clock.now();
    }

    @Override
    public void sleep(Duration duration) {
      clock.sleep(duration);
      if (!startsAfter.isZero() && clock.slept().compareTo(startsAfter) >= 0) {
        try {
          runAsThisProcess();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private ServerSetup setup() {
    Family family = OperatingSystem.detect(directory, "Linux").family();
    return new ServerSetup(
        family, family.layout(), family.programs(), "-le-ssl.conf", false, "", false, false);
  }

  private PluginContext context() {
    return new PluginContext(
        new GivenOptions(),
        new Directories(directory, directory, directory),
        ScriptedDisplay.unattended(),
        this::control,
        name -> Optional.empty(),
        new SlowStart(),
        new DirectoryLocks());
  }
}
