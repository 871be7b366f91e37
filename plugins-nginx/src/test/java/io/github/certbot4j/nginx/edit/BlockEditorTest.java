package io.github.certbot4j.nginx.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.Parser;
import io.github.certbot4j.nginx.parse.Statement;
import io.github.certbot4j.nginx.parse.SyntaxException;
import java.util.List;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlockEditorTest {

  private static final String OURS = " # managed by Certbot";

  /** Edits the first block of a text. */
  private static String edited(String text, BiConsumer<BlockEditor, Body> edit) {
    try {
      Body file = Parser.parse(text.replace("~", "\n"));
      Body block = file.statements().get(0).body().orElse(file);
      edit.accept(new BlockEditor(Style.of(file)), block);
      String after = file.toString();
      assertThat(Parser.parse(after).toString()).isEqualTo(after);
      return after.replace("\n", "~");
    } catch (SyntaxException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Statement named(Body body, String name) {
    return body.statements().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "s {~    a;~}|s {~    a;~~    x;%~}",
        "s {~  a;~}|s {~  a;~~  x;%~}",
        "s {}|s {~    x;%~}",
        "s { a; }|s { a;~~    x;%~}",
        "s {~    a; # c~}|s {~    a; # c~~    x;%~}",
        "s {~    a;%~}|s {~    a;%~    x;%~}",
        "s {~    # c~}|s {~    # c~~    x;%~}",
        "h {~  s {~    a;~  }~}|h {~  s {~    a;~  }~~  x;%~}",
      })
  void a_statement_is_added_at_the_end(String before, String after) {
    assertThat(edited(before.replace("%", OURS), (editor, body) -> editor.append(body, "x;")))
        .isEqualTo(after.replace("%", OURS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "s {~    a;~}|s {~    x;%~    a;~}",
        "s { # c~    a;~}|s { # c~    x;%~    a;~}",
        "s {}|s {~    x;%~}",
        "s { a; }|s {~    x;%~    a; }",
        "s {a;}|s {~    x;%~    a;}",
      })
  void a_statement_is_added_in_front(String before, String after) {
    assertThat(edited(before, (editor, body) -> editor.prepend(body, "x;")))
        .isEqualTo(after.replace("%", OURS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "s {~    d;~    a;~}|s {~    a;~}",
        "s {~    a;~    d;%~}|s {~    a;~}",
        "s {~    d; # c~    a;~}|s {~    # c~    a;~}",
        "s {~    # c~    d; a;~}|s {~    # c~    a;~}",
        "s {~    # c~ d;a;~}|s {~    # c~ a;~}",
        "s { d; a; }|s { a; }",
        "s {d;a;}|s {a;}",
        "s { a; d; }|s { a; }",
        "s {~    a; d;~    b;~}|s {~    a;~    b;~}",
        "s {~    d;~%~    a;~}|s {~    a;~}",
        "s {~    d~      e~    ;~    a;~}|s {~    a;~}",
      })
  void a_statement_is_taken_away_with_its_line(String before, String after) {
    assertThat(
            edited(
                before.replace("%", OURS), (editor, body) -> editor.remove(body, named(body, "d"))))
        .isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "s {~    d 1;~    a;~}|s {~    x;%~    a;~}",
        "s {~    d 1;%~    a;~}|s {~    x;%~    a;~}",
        "s {~    d 1; # c~    a;~}|s {~    x;%~    # c~    a;~}",
        "s { d 1; a; }|s { x;%~    a; }",
        "s { d 1; }|s { x;%~}",
      })
  void a_statement_is_replaced(String before, String after) {
    assertThat(
            edited(
                before.replace("%", OURS),
                (editor, body) -> editor.replace(body, named(body, "d"), "x;")))
        .isEqualTo(after.replace("%", OURS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "s {~    d 1;~    a;~}|s {~    # d 1; # why~    a;~}",
        "s {~    d 1; # c~    a;~}|s {~    # d 1; # why # c~    a;~}",
        "s { d 1; a; }|s { # d 1; # why~    a; }",
        "s { d 1; }|s { # d 1; # why~}",
      })
  void a_statement_becomes_a_comment(String before, String after) {
    assertThat(edited(before, (editor, body) -> editor.commentOut(body, named(body, "d"), "# why")))
        .isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "s {~}|s {~}~x {~    y;~}",
        "s {~}~|s {~}~x {~    y;~}~",
        "s {~} # c~z;|s {~} # c~x {~    y;~}~z;",
        "s {} z;|s {}~x {~    y;~}~z;",
      })
  void a_block_is_added_behind_another(String before, String after) {
    assertThat(
            edited(
                before,
                (editor, body) -> {
                  Body file = body.parent().orElseThrow();
                  editor.addAfter(file, file.statements().get(0), "x {\n\ty;\n}");
                }))
        .isEqualTo(after);
  }

  /** Whatever is added and taken away, no comment swallows a statement. */
  @Property
  void edits_never_lose_a_statement(@ForAll("bodies") String inner, @ForAll int seed)
      throws SyntaxException {
    String text = "s {" + inner + "}";
    Body file = Parser.parse(text);
    Body body = file.statements().get(0).body().orElseThrow();
    List<Statement> before = body.statements();
    BlockEditor editor = new BlockEditor(Style.of(file));
    int removed = before.isEmpty() ? -1 : Math.floorMod(seed, before.size());
    if (removed >= 0) {
      editor.remove(body, before.get(removed));
    }
    editor.append(body, "last;");
    editor.prepend(body, "first;");
    List<Statement> after =
        Parser.parse(file.toString()).statements().get(0).body().orElseThrow().statements();
    assertThat(after).hasSize(before.size() + 2 - (removed < 0 ? 0 : 1));
    assertThat(after.get(0).name()).isEqualTo("first");
    assertThat(after.get(after.size() - 1).name()).isEqualTo("last");
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(
            "a;",
            " b c;",
            "\n    d;",
            " # note\n",
            "\n",
            "#x\n",
            "\n  e { f; }",
            "g{}",
            "\r\n",
            " ",
            OURS + "\n")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
