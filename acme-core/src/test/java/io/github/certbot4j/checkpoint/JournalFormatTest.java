package io.github.certbot4j.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The lists of a journal, as either program writes them. */
final class JournalFormatTest {

  private static final Path SOURCE = Path.of("/var/lib/letsencrypt/IN_PROGRESS/FILEPATHS");

  @Property
  void commands_are_read_as_they_were_written(@ForAll("commands") List<List<String>> commands) {
    assertThat(UndoCommands.parse(UndoCommands.format(commands))).isEqualTo(commands);
  }

  @Property
  void a_command_whose_row_was_not_finished_is_not_run(
      @ForAll("commands") List<List<String>> commands) {
    byte[] stored = UndoCommands.format(commands);
    String text = new String(stored, StandardCharsets.UTF_8);
    for (int end = 0; end < text.length(); end++) {
      byte[] half = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
      List<List<String>> read = UndoCommands.parse(half);
      assertThat(commands.subList(0, read.size())).isEqualTo(read);
    }
  }

  @Property
  void paths_are_read_as_they_were_written(@ForAll("paths") List<Path> paths) {
    assertThat(JournalPaths.parse(JournalPaths.format(paths), SOURCE)).isEqualTo(paths);
  }

  @Property
  void a_path_that_would_end_its_line_is_refused(
      @ForAll("lineEnds") char lineEnd, @ForAll("pathNames") String name) {
    Path path = Path.of("/etc/" + name + lineEnd + "x");

    assertThatThrownBy(() -> JournalPaths.format(List.of(path)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("can't be changed safely");
  }

  @Example
  void commands_of_the_original_are_read_and_written_alike() {
    byte[] original =
        "a2dismod,-f,x y,\"a,b\",\"q\"\"r\"\r\nb\r\n".getBytes(StandardCharsets.UTF_8);
    List<List<String>> commands =
        List.of(List.of("a2dismod", "-f", "x y", "a,b", "q\"r"), List.of("b"));

    assertThat(UndoCommands.parse(original)).isEqualTo(commands);
    assertThat(UndoCommands.format(commands)).isEqualTo(original);
  }

  @Example
  void rows_may_end_with_line_feeds_alone_and_be_blank() {
    byte[] stored = "a,b\n\nc\n".getBytes(StandardCharsets.UTF_8);

    assertThat(UndoCommands.parse(stored)).containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Example
  void a_path_whose_line_was_not_finished_does_not_count() {
    byte[] stored = "/etc/nginx/nginx.conf\n/etc/ng".getBytes(StandardCharsets.UTF_8);

    assertThat(JournalPaths.parse(stored, SOURCE))
        .containsExactly(Path.of("/etc/nginx/nginx.conf"));
  }

  @Example
  void a_relative_path_is_damage_and_nothing_to_be_written_to() {
    byte[] stored = "etc/passwd\n".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> JournalPaths.parse(stored, SOURCE))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(SOURCE.toString())
        .hasMessageContaining("'etc/passwd'");
    assertThatThrownBy(() -> JournalPaths.format(List.of(Path.of("etc/passwd"))))
        .isInstanceOf(FailureException.class);
  }

  @Provide
  Arbitrary<List<List<String>>> commands() {
    return Arbitraries.strings()
        .withChars("ab ,\"'\r\nä/-")
        .ofMaxLength(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Path>> paths() {
    return pathNames().map(each -> Path.of("/etc", each)).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> pathNames() {
    return Arbitraries.strings().withChars("ab ,\"'_#.-\\~äß€").ofMinLength(1).ofMaxLength(12);
  }

  @Provide
  Arbitrary<Character> lineEnds() {
    return Arbitraries.of('\n', '\r', '\u000b', '\f', '\u001c', '\u0085', '\u2028', '\u2029');
  }
}
