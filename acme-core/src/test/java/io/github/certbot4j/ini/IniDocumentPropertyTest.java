package io.github.certbot4j.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.certbot4j.model.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class IniDocumentPropertyTest {

  private static final List<String> FRAGMENTS =
      List.of(
          "k", "j = ", "=", "\n", "\r\n", "\"", "'", "'''", "\"\"\"", ",", "#", " ", "\t", "[", "]",
          "[s]\n", "[[t]]\n", "a", "%(k)s", "\\", ";", "\u00a0", "\u2028", "\uFEFF", "é");

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.of(FRAGMENTS).list().ofMaxSize(40).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> line = Arbitraries.of(FRAGMENTS).list().ofMaxSize(5).map(this::asLine);
    return line.list().ofMaxSize(6).map(list -> String.join("", list));
  }

  private String asLine(List<String> fragments) {
    return "x" + fragments.hashCode() + " = " + String.join("", fragments) + "\n";
  }

  @Provide
  Arbitrary<String> oddText() {
    return Arbitraries.of(FRAGMENTS).list().ofMaxSize(6).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<IniValue> value() {
    return Arbitraries.oneOf(
        oddText().map(IniValue::of), oddText().list().ofMaxSize(4).map(IniValue::of));
  }

  @Provide
  Arbitrary<Map<String, IniValue>> scalars() {
    return Arbitraries.maps(oddText(), value()).ofMaxSize(4);
  }

  @Provide
  Arbitrary<Map<String, Map<String, IniValue>>> sections() {
    return Arbitraries.maps(oddText(), scalars()).ofMaxSize(3);
  }

  @Property
  void fragments_are_refused_or_come_back_unchanged(@ForAll("fragments") String text) {
    assertReadsUnchangedOrRefuses(text);
  }

  @Property
  void lines_are_refused_or_come_back_unchanged(@ForAll("lines") String text) {
    assertReadsUnchangedOrRefuses(text);
  }

  @Property
  void any_text_is_refused_or_comes_back_unchanged(@ForAll String text) {
    assertReadsUnchangedOrRefuses(text);
  }

  private static void assertReadsUnchangedOrRefuses(String text) {
    try {
      assertThat(IniDocument.parse(text, "x").toText()).isEqualTo(text);
      Statistics.collect("read");
    } catch (IniSyntaxException e) {
      Statistics.collect("refused");
      assertThat(e.line()).isPositive();
    }
  }

  @Property
  void a_tree_that_was_written_is_read_back(
      @ForAll("scalars") Map<String, IniValue> top,
      @ForAll("sections") Map<String, Map<String, IniValue>> sections) {
    IniDocument document = IniDocument.empty("x");
    fill(document.root(), top);
    sections.forEach((name, scalars) -> fillSection(document.root(), name, scalars));

    assertThat(tree(IniDocument.parse(document.toText(), "x").root()))
        .isEqualTo(tree(document.root()));
  }

  @Property
  void a_change_in_a_text_that_was_read_is_read_back(
      @ForAll("lines") String text, @ForAll("scalars") Map<String, IniValue> changes) {
    IniDocument document;
    try {
      document = IniDocument.parse(text, "x");
    } catch (IniSyntaxException e) {
      return;
    }
    List<String> keys = document.root().keys();
    changes.forEach((key, value) -> set(document.root(), key, value));
    changes.values().stream().limit(1).forEach(v -> keys.forEach(k -> set(document.root(), k, v)));

    assertThat(tree(IniDocument.parse(document.toText(), "x").root()))
        .isEqualTo(tree(document.root()));
  }

  @Property
  void cli_files_are_refused_or_give_keys(@ForAll("fragments") String text) {
    try {
      assertThat(CliIniFile.parse(text, "cli.ini")).allMatch(entry -> !entry.key().isEmpty());
    } catch (IniSyntaxException e) {
      assertThat(e.line()).isPositive();
    }
  }

  @Property(tries = 20)
  void long_odd_lines_are_read_in_linear_time(@ForAll("oddText") String fragment) {
    String text = "k = " + fragment.replace("\n", "").repeat(20_000);

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readInBothDialects(text));
  }

  private static void readInBothDialects(String text) {
    CliIniFile.parse(text, "x");
    try {
      IniDocument.parse(text, "x");
    } catch (IniSyntaxException e) {
      assertThat(e.line()).isPositive();
    }
  }

  private static void fillSection(IniSection root, String name, Map<String, IniValue> scalars) {
    try {
      fill(root.addSection(name), scalars);
    } catch (FailureException | IllegalArgumentException e) {
      Statistics.collect("name refused");
    }
  }

  private static void fill(IniSection section, Map<String, IniValue> scalars) {
    scalars.forEach((key, value) -> set(section, key, value));
  }

  private static void set(IniSection section, String key, IniValue value) {
    try {
      section.set(key, value);
    } catch (FailureException | IllegalArgumentException e) {
      Statistics.collect("value refused");
    }
  }

  private static List<Object> tree(IniSection section) {
    return List.of(
        section.name(),
        section.keys().stream().map(k -> List.of(k, section.raw(k).orElseThrow())).toList(),
        section.sections().stream()
            .map(IniDocumentPropertyTest::tree)
            .collect(Collectors.toList()));
  }
}
