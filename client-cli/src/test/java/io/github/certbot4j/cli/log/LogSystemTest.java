package io.github.certbot4j.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class LogSystemTest {

  @TempDir Path directory;

  private final LoggerContext loggers = new LoggerContext();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Logger own = loggers.getLogger("io.github.certbot4j.order.OrderService");
  private final Logger acme = loggers.getLogger("org.shredzone.acme4j.connector.Connection");
  private final Logger other = loggers.getLogger("software.amazon.Request");

  @Test
  void records_from_before_the_file_go_first_with_time_level_and_logger() throws IOException {
    LogSystem log = log(false);
    own.debug("early {}", 1);
    log.openFile(directory, 10);
    own.warn("late");
    List<String> lines = Files.readAllLines(log.file().orElseThrow());
    String time = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}";
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .matches(time + ":DEBUG:io\\.github\\.certbot4j\\.order\\.OrderService:early 1");
    assertThat(lines.get(1)).contains(":INFO:").endsWith("Saving debug log to " + file());
    assertThat(lines.get(2)).endsWith(":WARNING:io.github.certbot4j.order.OrderService:late");
  }

  @Test
  void an_early_record_keeps_what_its_arguments_were() throws IOException {
    LogSystem log = log(false);
    StringBuilder argument = new StringBuilder("before");
    own.info("{}", argument);
    argument.append(" and after");
    log.openFile(directory, 0);
    assertThat(Files.readAllLines(file()).get(0)).endsWith(":before");
  }

  @Test
  void stack_traces_are_in_the_file_and_not_on_the_terminal() throws IOException {
    LogSystem log = log(false);
    log.openFile(directory, 0);
    own.error("failed", new IllegalStateException("why"));
    assertThat(Files.readString(file()))
        .contains("failed\njava.lang.IllegalStateException: why\n\tat ")
        .endsWith("\n");
    assertThat(terminal()).isEqualTo("failed\n");
  }

  @Test
  void the_terminal_shows_traces_on_request() {
    log(false).showOnTerminal(false, 0, true);
    own.error("failed", new IllegalStateException("why"));
    assertThat(terminal()).startsWith("failed\njava.lang.IllegalStateException: why\n\tat ");
  }

  @Test
  void only_warnings_are_shown_before_the_level_is_known() {
    log(false);
    own.info("information");
    own.warn("warning");
    assertThat(terminal()).isEqualTo("warning\n");
  }

  @Test
  void the_level_of_the_terminal_follows_quiet_and_verbose() {
    assertThat(shownWith(true, 2)).isEqualTo("error\nwarning\n");
    assertThat(shownWith(false, 0)).isEqualTo("error\nwarning\ninformation\n");
    assertThat(shownWith(false, 1)).isEqualTo("error\nwarning\ninformation\ndebugging\n");
    assertThat(shownWith(false, 2)).isEqualTo("error\nwarning\ninformation\ndebugging\ntracing\n");
  }

  @Test
  void libraries_are_shown_from_warnings_on_unless_more_was_asked_for() {
    LogSystem log = log(false);
    log.showOnTerminal(false, 0, false);
    acme.info("hidden");
    acme.warn("seen");
    log.showOnTerminal(false, 1, false);
    acme.debug("seen too");
    other.debug("never recorded");
    assertThat(terminal()).isEqualTo("seen\nseen too\n");
  }

  @Test
  void warnings_and_errors_are_red_on_a_terminal() {
    log(true).showOnTerminal(false, 0, false);
    own.info("plain");
    own.warn("red");
    assertThat(terminal()).isEqualTo("plain\n\u001b[31mred\u001b[0m\n");
  }

  @Test
  void without_permission_opening_fails() throws IOException {
    assumeTrue(!System.getProperty("user.name").equals("root"), "root may write anywhere");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-x------"));
    LogSystem log = log(false);
    assertThatThrownBy(() -> log.openFile(directory, 1)).isInstanceOf(AccessDeniedException.class);
    assertThat(log.file()).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_written_costs_one_complaint_and_no_exception() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    Files.createSymbolicLink(file(), Path.of("/dev/full"));
    LogSystem log = log(false);
    own.debug("early");
    log.openFile(directory, 0);
    own.debug("late");
    log.stop();
    assertThat(terminal()).startsWith("The log can't be written").containsOnlyOnce("\n");
  }

  @Test
  void a_file_that_cannot_be_opened_costs_one_complaint() throws IOException {
    Files.createDirectory(file());
    LogSystem log = log(false);
    log.openFile(directory, 0);
    own.debug("late");
    assertThat(terminal()).startsWith("The log can't be written").containsOnlyOnce("\n");
  }

  @Test
  void records_of_a_run_that_ends_before_its_file_is_open_can_be_saved() throws IOException {
    LogSystem log = log(false);
    own.error("unexpected", new IllegalStateException());
    Path saved = log.saveEarlyRecords(directory).orElseThrow();
    assertThat(Files.readString(saved)).contains(":unexpected\njava.lang.IllegalStateException");
    assertThat(Files.getPosixFilePermissions(saved))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(saved.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void nothing_is_saved_elsewhere_when_there_is_a_file() throws IOException {
    LogSystem log = log(false);
    log.openFile(directory, 0);
    assertThat(log.saveEarlyRecords(directory)).hasValue(file());
    assertThat(directory).isDirectoryNotContaining("glob:**certbot-log-*");
  }

  private String shownWith(boolean quiet, int verboseSteps) {
    loggers.reset();
    shown.reset();
    log(false).showOnTerminal(quiet, verboseSteps, false);
    own.error("error");
    own.warn("warning");
    own.info("information");
    own.debug("debugging");
    own.trace("tracing");
    return terminal();
  }

  private LogSystem log(boolean colours) {
    return new LogSystem(loggers, new PrintStream(shown, true, StandardCharsets.UTF_8), colours);
  }

  private Path file() {
    return directory.resolve("letsencrypt.log");
  }

  private String terminal() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
