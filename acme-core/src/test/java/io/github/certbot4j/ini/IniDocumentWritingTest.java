package io.github.certbot4j.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.certbot4j.model.FailureException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class IniDocumentWritingTest {

  private static final String CONF =
      """
      # renew_before_expiry = 30 days
      version = 1.15.0
      cert  =  '/etc/letsencrypt/live/a/cert.pem' # mine

      # Options used in the renewal process
      [renewalparams]
      account = fa26
      # hook
      post_hook = true
      [[webroot_map]]
      a.test = /srv/a
      """;

  /** The lines that ConfigObj 5.0.8 writes for the same values. */
  static final List<Arguments> LINES =
      List.of(
          Arguments.of(IniValue.of(""), "k = \"\""),
          Arguments.of(IniValue.of("it's"), "k = it's"),
          Arguments.of(IniValue.of("a=b"), "k = a=b"),
          Arguments.of(IniValue.of("[x]"), "k = [x]"),
          Arguments.of(IniValue.of("say \"x\""), "k = 'say \"x\"'"),
          Arguments.of(IniValue.of("\"x"), "k = '\"x'"),
          Arguments.of(IniValue.of("a'"), "k = \"a'\""),
          Arguments.of(IniValue.of("a\"b'c"), "k = '''a\"b'c'''"),
          Arguments.of(IniValue.of("a\nb"), "k = '''a\nb'''"),
          Arguments.of(IniValue.of("a,b"), "k = \"a,b\""),
          Arguments.of(IniValue.of("a#"), "k = \"a#\""),
          Arguments.of(IniValue.of(" a"), "k = \" a\""),
          Arguments.of(IniValue.of(List.of()), "k = ,"),
          Arguments.of(IniValue.of(List.of("a")), "k = a,"),
          Arguments.of(IniValue.of(List.of("")), "k = \"\","),
          Arguments.of(IniValue.of(List.of("a", "b,c")), "k = a, \"b,c\""),
          Arguments.of(IniValue.of(List.of("a", "b\"'c")), "k = a, b\"'c"));

  @ParameterizedTest
  @FieldSource("LINES")
  void a_value_is_written_as_the_original_writes_it(IniValue value, String line) {
    IniDocument document = IniDocument.empty("x");
    document.root().set("k", value);

    assertThat(document.toText()).isEqualTo(line + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'''\"\"\"\n", "a\r\nb", "a\rb"})
  void a_text_that_could_not_be_read_back_is_refused(String value) {
    IniSection root = IniDocument.empty("x").root();

    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> root.set("hook", value))
        .withMessageContaining("hook");
    assertThat(root.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "'a\",b"})
  void an_item_that_could_not_be_read_back_is_refused(String item) {
    IniSection root = IniDocument.empty("x").root();

    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> root.set("k", IniValue.of(List.of(item))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b", "[a", "#a", "'a", " a", "", "a,b"})
  void a_key_is_quoted_where_it_has_to_be(String key) {
    IniDocument document = IniDocument.empty("x");
    document.root().set(key, "v");

    assertThat(IniDocument.parse(document.toText(), "x").root().keys()).containsExactly(key);
  }

  @Test
  void a_change_touches_its_own_line_only() {
    IniDocument document = IniDocument.parse(CONF, "x");
    document.root().set("version", "2.0.0");
    document.root().set("cert", "/new");

    assertThat(document.toText())
        .isEqualTo(
            CONF.replace("1.15.0", "2.0.0")
                .replace("cert  =  '/etc/letsencrypt/live/a/cert.pem' #", "cert = /new #"));
  }

  @Test
  void setting_what_is_there_changes_nothing() {
    IniDocument document = IniDocument.parse(CONF, "x");
    document.root().set("cert", "/etc/letsencrypt/live/a/cert.pem");

    assertThat(document.toText()).isEqualTo(CONF);
  }

  @Test
  void new_keys_go_last_in_their_section_and_removed_ones_take_their_comment_along() {
    IniDocument document = IniDocument.parse(CONF, "x");
    IniSection params = document.root().section("renewalparams").orElseThrow();
    document.root().set("chain", "/c");
    params.remove("post_hook");
    params.removeSection("webroot_map");
    params.set("pref_challs", IniValue.of(List.of("http-01")));

    assertThat(document.toText())
        .isEqualTo(
            """
            # renew_before_expiry = 30 days
            version = 1.15.0
            cert  =  '/etc/letsencrypt/live/a/cert.pem' # mine
            chain = /c

            # Options used in the renewal process
            [renewalparams]
            account = fa26
            pref_challs = http-01,
            """);
  }

  @Test
  void a_fresh_document_is_built_with_comments_and_nested_sections() {
    IniDocument document = IniDocument.empty("x");
    IniSection params = document.root().addSection("renewalparams");
    document.initialComment(List.of("renew_before_expiry = 30 days"));
    document.root().commentBefore("renewalparams", List.of("", "# Options"));
    document.root().set("version", "1.15.0");
    params.addSection("webroot_map").set("*.a.test", "/srv/a");

    assertThat(document.toText())
        .isEqualTo(
            """
            # renew_before_expiry = 30 days
            version = 1.15.0

            # Options
            [renewalparams]
            [[webroot_map]]
            *.a.test = /srv/a
            """);
  }

  @Test
  void replacing_the_initial_comment_leaves_other_comments_alone() {
    IniDocument document = IniDocument.parse("# a\n# b\nk = 1\n# c\nj = 2\n", "x");
    document.initialComment(List.of("# new"));

    assertThat(document.toText()).isEqualTo("# new\nk = 1\n# c\nj = 2\n");
  }

  @Test
  void line_ends_and_byte_order_mark_stay_as_they_are() {
    IniDocument document = IniDocument.parse("\uFEFFk = 1\r\nj = 2", "x");
    document.root().set("new", "a\nb");

    assertThat(document.toText()).isEqualTo("\uFEFFk = 1\r\nj = 2\r\nnew = '''a\r\nb'''\r\n");
  }

  @Test
  void an_inline_comment_that_would_be_read_as_part_of_the_value_moves_above_the_line() {
    IniDocument document = IniDocument.parse("k = 1 # not \"2\", nor 3\n", "x");
    document.root().set("k", "a # b");

    assertThat(document.toText()).isEqualTo("# not \"2\", nor 3\nk = \"a # b\"\n");
  }

  @Test
  void a_name_cannot_be_both_key_and_section() {
    IniSection root = IniDocument.parse("k = 1\n[s]\n", "x").root();

    assertThatIllegalArgumentException().isThrownBy(() -> root.set("s", "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> root.addSection("k"));
  }

  @Test
  void comments_of_something_absent_cannot_be_asked_for() {
    IniSection root = IniDocument.empty("x").root();

    assertThatIllegalArgumentException().isThrownBy(() -> root.commentBefore("k"));
  }
}
