package io.github.certbot4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Long> slept = new ArrayList<>();

  @Test
  void a_long_wait_moves_and_leaves_nothing_behind() throws InterruptedException {
    line(true).sleep(Duration.ofMillis(900));
    assertThat(slept).containsExactly(200L, 200L, 200L, 200L, 100L);
    assertThat(shown()).startsWith("\rWaiting .  \rWaiting .. ").endsWith("\r\u001b[K");
  }

  @Test
  void a_short_wait_shows_nothing() throws InterruptedException {
    line(true).sleep(Duration.ofMillis(600));
    assertThat(slept).containsExactly(600L);
    assertThat(shown()).isEmpty();
  }

  @Test
  void a_pipe_sees_nothing_of_it() throws InterruptedException {
    line(false).sleep(Duration.ofSeconds(5));
    assertThat(slept).containsExactly(5000L);
    assertThat(shown()).isEmpty();
  }

  @Test
  void the_line_goes_away_when_the_wait_is_broken_off() {
    WaitingLine interrupted =
        new WaitingLine(
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            true,
            millis -> {
              throw new InterruptedException("enough");
            });
    assertThatThrownBy(() -> interrupted.sleep(Duration.ofSeconds(2)))
        .isInstanceOf(InterruptedException.class);
    assertThat(shown()).endsWith("\r\u001b[K");
  }

  private WaitingLine line(boolean visible) {
    return new WaitingLine(
        new PrintStream(bytes, true, StandardCharsets.UTF_8), visible, slept::add);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
