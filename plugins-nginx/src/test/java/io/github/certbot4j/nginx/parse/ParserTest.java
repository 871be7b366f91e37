package io.github.certbot4j.nginx.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a b c;|a,b,c",
        "a\tb\\;c;|a,b\\;c",
        "a 'b c' \"d e\";|a,b c,d e",
        "a 'it\\'s' \"say \\\"x\\\"\";|a,it's,say \"x\"",
        "a b\\\\c;|a,b\\c",
        "a \"\\d+\\.\";|a,\\d+\\.",
        "a ${b}c$d;|a,${b}c$d",
        "a $host${uri}x;|a,$host${uri}x",
        "a one'two'three;|a,one'two'three",
        "a b#c;|a,b#c",
        "a b}c;|a,b}c",
        "a \"b\")c;|a,b,)c",
        "a $;|a,$",
        "a ${};|a,${}",
        "a \\{b\\};|a,\\{b\\}",
      })
  void words_are_read_as_nginx_reads_them(String text, String words) throws SyntaxException {
    Statement statement = Parser.parse(text).statements().get(0);
    assertThat(statement.words().stream().map(Word::value).toList())
        .isEqualTo(List.of(words.split(",")));
    assertThat(statement.isSimple("a")).isTrue();
  }

  @Test
  void a_comment_between_arguments_belongs_to_the_directive() throws SyntaxException {
    Body body = Parser.parse("a b # not; an { end \" of it\n  c;");
    assertThat(body.statements().get(0).arguments()).containsExactly("b", "c");
  }

  @Test
  void blocks_nest_and_hold_their_statements() throws SyntaxException {
    Body body = Parser.parse("http{server{listen 80;}map $a $b{'' x;}}");
    Statement http = body.statements().get(0);
    assertThat(http.isBlock("http")).isTrue();
    List<Statement> inner = http.body().orElseThrow().statements();
    assertThat(inner).extracting(Statement::name).containsExactly("server", "map");
    assertThat(inner.get(0).body().orElseThrow().parent()).contains(http.body().orElseThrow());
    assertThat(inner.get(1).body().orElseThrow().statements().get(0).name()).isEmpty();
  }

  @Test
  void braces_in_strings_and_comments_of_lua_do_not_end_a_block() throws SyntaxException {
    String lua =
        "{ x = '}' y = \"\\\"}\" -- }\n --[[ } ]] z = [==[ ]] } ]==] t = { a[b[1]] } u = 5 - 3 }";
    Body body = Parser.parse("content_by_lua_block " + lua + "\nlisten 80;");
    assertThat(body.statements())
        .extracting(Statement::name)
        .containsExactly("content_by_lua_block", "listen");
    assertThat(body.statements().get(0).body()).isEmpty();
    assertThat(body.toString()).isEqualTo("content_by_lua_block " + lua + "\nlisten 80;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a b|1|1|is not ended",
        "a;\\n  b c\\n|2|3|is not ended",
        "a {\\n b;|1|1|is not closed",
        "a { b; }\\n}|2|1|unexpected \"}\"",
        "a { b }|1|7|expecting \";\" before it",
        "a { b; };|1|9|unexpected \";\"",
        "{ a; }|1|1|unexpected \"{\"",
        "a 'b'c;|1|6|after a quoted word",
        "a 'b|1|3|quotation",
        "a \"b\\\"|1|3|quotation",
        "a (b{2});|1|1|is not closed",
        "x_by_lua_block { '}' |1|16|Lua block",
      })
  void what_nginx_refuses_is_refused_with_its_place(
      String text, int line, int column, String message) {
    String unescaped = text.replace("\\n", "\n");
    SyntaxException trouble =
        catchThrowableOfType(SyntaxException.class, () -> Parser.parse(unescaped));
    assertThat(trouble).hasMessageContaining(message);
    assertThat(trouble.line()).isEqualTo(line);
    assertThat(trouble.column()).isEqualTo(column);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a;b", "a\\", "a 'b\\", "--[[", "x_by_lua_block {[==", "x_by_lua_block {\"\\"})
  void a_text_that_breaks_off_anywhere_is_refused(String text) {
    assertThat(catchThrowableOfType(SyntaxException.class, () -> Parser.parse(text))).isNotNull();
  }

  @Test
  void nesting_costs_no_stack() throws SyntaxException {
    int depth = 200_000;
    String text = "a{".repeat(depth) + "b;" + "}".repeat(depth);
    Body body = Parser.parse(text);
    assertThat(body.toString()).isEqualTo(text);
    assertThat(body.statements().get(0).meaning()).hasSize(3 * depth + 2);
  }

  @Test
  void layout_does_not_change_the_meaning() throws SyntaxException {
    Statement one = Parser.statement("if ($host = a) {\n  return 301 'x'; # why\n}");
    Statement other = Parser.statement("if ($host  =  a){return 301 x;}");
    assertThat(one.meaning()).isEqualTo(other.meaning());
    assertThat(one.meaning())
        .isNotEqualTo(Parser.statement("if ($host = a){return 302 x;}").meaning());
  }

  @Test
  void written_words_are_read_back() throws SyntaxException {
    for (String text :
        List.of("", "/a/b", "/a b", "a\"b", "a\\b", "a;b", "#a", "a'b", "{", "a#b")) {
      Body body = Parser.parse("x " + Word.written(text) + ";");
      assertThat(body.statements().get(0).arguments()).containsExactly(text);
    }
    assertThat(Word.written("/etc/plain.pem")).isEqualTo("/etc/plain.pem");
  }
}
