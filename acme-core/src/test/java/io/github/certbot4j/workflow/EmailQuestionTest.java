package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.spi.contract.ScriptedDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailQuestionTest {

  @ParameterizedTest
  @ValueSource(strings = {"a@b.test", "A.b_c%d+e-f@sub.b-c.test", "1@2", "-@-"})
  void an_address_is_taken_without_the_blanks_around_it(String address) {
    EmailQuestion question = new EmailQuestion(ScriptedDisplay.answering("  " + address + " "));
    assertThat(question.ask(true)).containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "@b.test",
        "a@",
        "a@b@c",
        ".a@b.test",
        "a..b@c.test",
        "a b@c.test",
        "a,b@c.test",
        "ä@c.test",
        "a@b_c.test",
        "a;@c.test"
      })
  void what_is_no_address_is_asked_for_again_with_the_way_out(String address) {
    ScriptedDisplay display = ScriptedDisplay.answering(address, "a@b.test");
    assertThat(new EmailQuestion(display).ask(true)).containsExactly("a@b.test");
    assertThat(display.shown()).hasSize(2);
    assertThat(display.shown().get(1)).contains("--register-unsafely-without-email");
  }

  @Test
  void the_way_out_is_not_offered_where_there_is_none() {
    ScriptedDisplay display = ScriptedDisplay.answering("a", ScriptedDisplay.CANCEL);
    assertThatThrownBy(() -> new EmailQuestion(display).ask(false))
        .hasMessageContaining("--email")
        .hasMessageNotContaining("unsafely");
    assertThat(display.shown()).noneMatch(text -> text.contains("unsafely"));
  }

  @Test
  void several_addresses_in_an_option_are_separated_by_commas() {
    assertThat(EmailQuestion.split("a@b.test, c@d.test,,")).containsExactly("a@b.test", "c@d.test");
    assertThat(EmailQuestion.split(" ")).isEmpty();
  }
}
