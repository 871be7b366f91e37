package io.github.certbot4j.dns.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

  @Test
  void what_was_read_is_written_back_with_everything_in_it() {
    String text =
        "{\"a\":[1,2.50,\"x\",null,true,{\"deep\":\"<&>\"}],\"id\":12345678901234567890,\"n\":null}";
    assertThat(Json.parse(text)).hasToString(text);
  }

  @Test
  void a_changed_member_leaves_the_others_and_the_original_alone() {
    Json before = Json.parse("{\"a\":1,\"b\":2}");
    assertThat(before.with("a", List.of("x").get(0))).hasToString("{\"a\":\"x\",\"b\":2}");
    assertThat(before).hasToString("{\"a\":1,\"b\":2}");
  }

  @Test
  void objects_are_made_of_keys_and_values() {
    assertThat(Json.object("t", "a\"b", "n", 5, "f", false, "l", Json.list(List.of("x"))))
        .hasToString("{\"t\":\"a\\\"b\",\"n\":5,\"f\":false,\"l\":[\"x\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "<html>", "word", "{\"a\":", "[1,", "\"text\"", "{} x"})
  void other_texts_are_refused(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(DnsTroubleException.class);
  }

  @ParameterizedTest
  @CsvSource({"a.b.c, 'a.b'", "x, 'x'"})
  void what_is_missing_is_named_with_its_place(String path, String named) {
    Json json = Json.parse("{\"a\":{}}");
    assertThatThrownBy(
            () -> {
              Json at = json;
              for (String key : path.split("\\.")) {
                at = at.at(key);
              }
            })
        .isInstanceOf(DnsTroubleException.class)
        .hasMessageContaining("'" + named + "'");
  }

  @Test
  void wrong_types_are_refused_with_their_place() {
    Json json = Json.parse("{\"a\":[{\"b\":\"x\"}],\"n\":null}");
    assertThat(json.find("n")).isEmpty();
    assertThatThrownBy(() -> json.text("a"))
        .hasMessageContaining("'a' in the answer is not a text");
    assertThatThrownBy(() -> json.items("a").get(0).at("b").number())
        .hasMessageContaining("'a[0].b' in the answer is not a whole number");
    assertThatThrownBy(() -> json.items()).hasMessageContaining("the answer is not a list");
    assertThatThrownBy(() -> Json.parse("[]").at("x")).hasMessageContaining("not an object");
  }

  @Test
  void numbers_may_be_written_as_texts() {
    Json json = Json.parse("{\"a\":\"12\",\"b\":13}");
    assertThat(json.number("a", 0)).isEqualTo(12);
    assertThat(json.text("b")).isEqualTo("13");
    assertThat(json.number("c", 7)).isEqualTo(7);
  }
}
