package io.github.certbot4j.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values are what ConfigObj 5.0.8 reads from the same text. */
class IniDocumentReadingTest {

  static final List<Arguments> VALUES =
      List.of(
          text("b c", "b c"),
          text("it's", "it's"),
          text("say \"x\" now", "say \"x\" now"),
          text("a=b", "a=b"),
          text("[x]", "[x]"),
          text("b ; c", "b ; c"),
          text("50%", "50%"),
          text("b\\", "b\\"),
          text("b # c", "b"),
          text("x#c", "x"),
          text("\"b # c\" # d", "b # c"),
          text("'b'", "b"),
          text("", ""),
          text("\"\"", ""),
          text("''", ""),
          text("#c", ""),
          text("None", "None"),
          text("a 'b", "a 'b"),
          text("\"a\"\"b\"", "a\"\"b"),
          text("'a'b'", "a'b"),
          text("a '#b'", "a '"),
          text("a # x, y", "a"),
          text("\u00a0x\u00a0", "x"),
          text("\"\"\"a\"\"b\"\"\"", "a\"\"b"),
          text("'''a'''b'''", "a'''b"),
          text("\"\"\"a\"\"\"\"", "a\""),
          text("''''''", ""),
          text("'''a\nb''' # c", "a\nb"),
          text("'''a  \r\n b'''", "a  \n b"),
          text("'''\n#b''' # 'c'", "\n#b"),
          text("\"a\",,b\"", "a\",,b"),
          items("b,", "b"),
          items("a, b", "a", "b"),
          items("a,b,", "a", "b"),
          items(","),
          items(", # c"),
          items("\"x,y\", z", "x,y", "z"),
          items("a, # y", "a"),
          items("'a','b'#c", "a", "b"),
          items("it's, b", "it's", "b"),
          items("a\"b, c", "a\"b", "c"),
          items("a, \"\"", "a", ""),
          items("\"\",", ""),
          items("\"a\"b\", c", "a\"b", "c"),
          items("\"a\" # b\", c", "a\" # b", "c"),
          items("a, b'c", "a", "b'c"));

  private static Arguments text(String written, String value) {
    return Arguments.of(written, IniValue.of(value));
  }

  private static Arguments items(String written, String... values) {
    return Arguments.of(written, IniValue.of(List.of(values)));
  }

  @ParameterizedTest
  @FieldSource("VALUES")
  void a_value_is_read_as_the_original_reads_it(String written, IniValue value) {
    IniSection root = IniDocument.parse("k = " + written + "\nz = 1\n", "x.conf").root();

    assertThat(root.raw("k")).contains(value);
    assertThat(root.text("z")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k",
        "k : v",
        "= v",
        "k = 'a",
        "k = \"a\" b",
        "k = a,,b",
        "k = ,a",
        "k = , ,",
        "k = a, 'b",
        "k = \"a\"b, 'c",
        "k = 'a', 'b' c",
        "'a'b = c",
        "'a\" = c",
        "k = '''a",
        "k = '''a''' c",
        "k = '''a''',b",
        "k = '''''' a",
        "[]",
        "['']",
        "[a] x",
        "[a",
        "[[a]",
        "[a]]",
        "[[a]]",
        "['a]",
        "k = 1\nk = 2",
        "k = 1\n'k' = 2",
        "k = 1\n[k]",
        "[a]\n[a]",
        "[a]\n[[[b]]]",
        "[a]\nk = 1\n[[k]]",
        "[a]\n[[k]]\n[b]\n[a]"
      })
  void what_the_original_cannot_read_is_refused(String text) {
    assertThatExceptionOfType(IniSyntaxException.class)
        .isThrownBy(() -> IniDocument.parse(text + "\n", "x.conf"))
        .withMessageStartingWith("x.conf, line ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void an_error_names_the_file_and_the_line() {
    assertThatExceptionOfType(IniSyntaxException.class)
        .isThrownBy(() -> IniDocument.parse("a = '''\n\n'''\n# c\nnonsense\n", "x.conf"))
        .withMessage("x.conf, line 5: expected 'key = value' or '[section]'")
        .satisfies(e -> assertThat(e.line()).isEqualTo(5))
        .satisfies(e -> assertThat(e.sourceName()).isEqualTo("x.conf"));
  }

  @Test
  void keys_may_hold_nearly_anything() {
    String text = "a:b = 1\n; x = 2\n*.d = 3\n'q=r' = 4\n a#b=5\n[x = 6\n[y] = 7\n\"a\" \"b\"=8\n";

    assertThat(IniDocument.parse(text, "x").root().keys())
        .containsExactly("a:b", "; x", "*.d", "q=r", "a#b", "[x", "[y]", "a\" \"b");
  }

  @Test
  void sections_nest_by_their_brackets() {
    String text =
        "a = 1\n[renewalparams]\nb = 2\n[[webroot_map]] # c\nx = /srv\n[ [ 'y z' ] ]\n[q]r]\n";
    IniSection root = IniDocument.parse(text, "x").root();
    IniSection params = root.section("renewalparams").orElseThrow();

    assertThat(root.sections())
        .extracting(IniSection::name)
        .containsExactly("renewalparams", "q]r");
    assertThat(params.sections())
        .extracting(IniSection::name)
        .containsExactly("webroot_map", "y z");
    assertThat(params.section("webroot_map").orElseThrow().text("x")).contains("/srv");
    assertThat(params.inlineComment("webroot_map")).isEqualTo("# c");
  }

  @Test
  void comments_belong_to_what_follows_them() {
    String text = "#i\n\n#j\nk=1 #n\n  #m\n\nj=2\n#x\n[s] #in\n#y\nz=1\n#f\n\n#g\n";
    IniDocument document = IniDocument.parse(text, "x");
    IniSection root = document.root();

    assertThat(document.initialComment()).containsExactly("#i", "", "#j");
    assertThat(root.commentBefore("k")).isEmpty();
    assertThat(root.inlineComment("k")).isEqualTo("#n");
    assertThat(root.commentBefore("j")).containsExactly("#m", "");
    assertThat(root.commentBefore("s")).containsExactly("#x");
    assertThat(root.inlineComment("s")).isEqualTo("#in");
    assertThat(document.finalComment()).containsExactly("#f", "", "#g");
  }

  @Test
  void a_text_of_comments_only_is_one_initial_comment() {
    IniDocument document = IniDocument.parse("# only\n\n", "x");

    assertThat(document.initialComment()).containsExactly("# only", "");
    assertThat(document.finalComment()).isEmpty();
  }

  @Test
  void a_list_where_a_single_value_is_needed_is_reported_with_its_line() {
    IniSection root = IniDocument.parse("\nk = a, b\n", "x.conf").root();

    assertThatExceptionOfType(IniValueException.class)
        .isThrownBy(() -> root.text("k"))
        .withMessageStartingWith("x.conf, line 2: 'k' must be a single value");
  }
}
