package io.github.certbot4j.nginx.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of all kinds of layouts and directives. nginx itself accepts those whose names begin with
 * {@code nginx-}.
 */
final class CorpusTest {

  private static final int AT_LEAST = 70;

  static List<Path> corpus() throws IOException, URISyntaxException {
    Path directory = Path.of(CorpusTest.class.getResource("../corpus/nginx-minimal.conf").toURI());
    try (Stream<Path> files = Files.list(directory.getParent())) {
      return files.sorted().toList();
    }
  }

  /** The configuration of the machine that the tests run on, if it has nginx. */
  static List<Path> ofThisMachine() throws IOException {
    Path directory = Path.of("/etc/nginx");
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(Files::isReadable).sorted().toList();
    }
  }

  @Test
  void the_corpus_is_there() throws IOException, URISyntaxException {
    assertThat(corpus()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void every_byte_is_kept(Path file) throws IOException, SyntaxException {
    checkRoundTrip(file);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("ofThisMachine")
  void every_byte_of_this_machines_configuration_is_kept(Path file)
      throws IOException, SyntaxException {
    checkRoundTrip(file);
  }

  @Test
  void each_truncated_file_is_read_back_or_refused() throws IOException, URISyntaxException {
    for (Path file : corpus()) {
      String text = ByteText.of(Files.readAllBytes(file));
      for (int end = 0; end < text.length(); end += 1 + text.length() / 200) {
        String part = text.substring(0, end);
        try {
          assertThat(Parser.parse(part).toString()).isEqualTo(part);
        } catch (SyntaxException e) {
          assertThat(e.line()).isPositive();
        }
      }
    }
  }

  @Test
  void escapes_mean_what_they_mean_to_nginx() throws IOException, SyntaxException {
    byte[] bytes =
        CorpusTest.class.getResourceAsStream("../corpus/nginx-escapes.conf").readAllBytes();
    Statement http = Parser.parse(ByteText.of(bytes)).statements().get(1);
    Statement server = http.body().orElseThrow().statements().get(0);
    List<String> values =
        server.body().orElseThrow().statements().stream()
            .filter(each -> each.isSimple("add_header"))
            .map(each -> each.arguments().get(1))
            .toList();
    assertThat(values)
        .containsExactly(
            "a\"b",
            "a'b",
            "back\\slash",
            "tab\there\r\n",
            "a\\ b",
            "a\\;b",
            "a\\{b\\}c",
            "a\\y",
            "\\d+\\.\\w");
  }

  @Test
  void text_of_any_encoding_is_shown_as_far_as_it_can_be() {
    String text = ByteText.encoded("Bücher");
    assertThat(ByteText.decoded(text)).isEqualTo("Bücher");
    assertThat(ByteText.bytes(text)).isEqualTo("Bücher".getBytes(StandardCharsets.UTF_8));
  }

  private static void checkRoundTrip(Path file) throws IOException, SyntaxException {
    byte[] bytes = Files.readAllBytes(file);
    Body body = Parser.parse(ByteText.of(bytes));
    assertThat(ByteText.bytes(body.toString())).isEqualTo(bytes);
  }
}
