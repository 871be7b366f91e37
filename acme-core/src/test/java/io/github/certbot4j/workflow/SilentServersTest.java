package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.model.AcmeServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SilentServersTest {

  private static final AcmeServer OTHER = new AcmeServer("https://other.test/dir");

  @TempDir Path work;
  private final Instant now = Instant.ofEpochMilli(System.currentTimeMillis());

  @Test
  void a_server_is_remembered_by_later_runs_for_a_day() {
    SilentServers first = new SilentServers(work, now);
    assertThat(first.contains(AcmeServer.STAGING)).isFalse();
    first.add(AcmeServer.STAGING);
    assertThat(first.contains(AcmeServer.STAGING)).isTrue();
    SilentServers later = new SilentServers(work, now.plus(Duration.ofHours(23)));
    assertThat(later.contains(AcmeServer.STAGING)).isTrue();
    assertThat(later.contains(OTHER)).isFalse();
    SilentServers nextDay = new SilentServers(work, now.plus(25, ChronoUnit.HOURS));
    assertThat(nextDay.contains(AcmeServer.STAGING)).isFalse();
  }

  @Test
  void a_directory_that_cannot_be_written_only_forgets() {
    SilentServers servers = new SilentServers(Path.of("/proc/no-such"), now);
    servers.add(OTHER);
    assertThat(servers.contains(OTHER)).isTrue();
  }
}
