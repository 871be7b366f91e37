package io.github.certbot4j.apache.parse;

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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Debian's own files, and files that have all that Apache's documentation allows. */
final class CorpusTest {

  private static final Path CORPUS = corpus();

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void a_file_is_written_back_to_the_byte(Path file) throws IOException {
    byte[] content = Files.readAllBytes(CORPUS.resolve(file));
    ConfigDocument document = ConfigDocument.parse(file, content);
    assertThat(document.bytes()).isEqualTo(content);
    assertThat(document.isChanged()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void an_added_line_is_the_only_difference(Path file) throws IOException {
    String before = text(Files.readAllBytes(CORPUS.resolve(file)));
    ConfigDocument document =
        ConfigDocument.parse(file, before.getBytes(StandardCharsets.ISO_8859_1));
    document.top().append("Added last");
    String after = text(document.bytes());
    assertThat(after).startsWith(before);
    assertThat(after.substring(before.length()).strip()).isEqualTo("Added last");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void a_line_that_is_added_first_and_removed_again_leaves_nothing(Path file) throws IOException {
    byte[] content = Files.readAllBytes(CORPUS.resolve(file));
    ConfigDocument document = ConfigDocument.parse(file, content);
    document.top().prepend("Added first");
    assertThat(document.bytes().length).isGreaterThan(content.length);
    document.top().remove(document.top().nodes().get(0));
    assertThat(document.bytes()).isEqualTo(content);
  }

  /** Where each of the written files has its virtual hosts, by the server's own reckoning. */
  @ParameterizedTest
  @MethodSource("hosts")
  void virtual_hosts_are_found(String file, List<List<String>> addresses) throws IOException {
    Path path = Path.of("written", file);
    ConfigDocument document = ConfigDocument.parse(path, Files.readAllBytes(CORPUS.resolve(path)));
    assertThat(hostsIn(document.top()).map(Section::arguments).toList()).isEqualTo(addresses);
  }

  static Stream<Arguments> hosts() {
    return Stream.of(
        host("crlf.conf", "*:80"),
        host("continued-section.conf", "1.2.3.4:80 [2001:db8::1]:80"),
        host("comment-after-open.conf", "*:80"),
        host("two-closings-in-one-line.conf", "*:443"),
        host("upper-and-lower.conf", "*:80"),
        host("quoted-address.conf", "*:80"),
        host("variables.conf", "*:${PORT}"),
        host("ssl-full.conf", "_default_:443"),
        host(
            "several-addresses.conf",
            "10.0.0.1:80 10.0.0.2:80 [::1]:80 host.example:*",
            "*",
            "_default_:*"),
        host("perl.conf"),
        host("broken-utf8.conf", "*:80"));
  }

  @Test
  void the_corpus_is_there() throws IOException {
    assertThat(files().filter(file -> file.startsWith("debian"))).hasSizeGreaterThan(30);
    assertThat(files().filter(file -> file.startsWith("written"))).hasSizeGreaterThanOrEqualTo(60);
  }

  private static Arguments host(String file, String... addresses) {
    return Arguments.of(
        file, Stream.of(addresses).map(words -> List.of(words.split(" "))).toList());
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(CORPUS)) {
      return found.filter(Files::isRegularFile).sorted().map(CORPUS::relativize).toList().stream();
    }
  }

  private static Stream<Section> hostsIn(NodeList list) {
    return list.nodes().stream()
        .filter(Section.class::isInstance)
        .map(Section.class::cast)
        .flatMap(
            section -> section.is("VirtualHost") ? Stream.of(section) : hostsIn(section.body()));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private static Path corpus() {
    try {
      return Path.of(CorpusTest.class.getResource("/io/github/certbot4j/apache/corpus").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
