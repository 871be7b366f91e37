package io.github.certbot4j.apache.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StartArgumentsTest {

  @Test
  void names_are_taken_from_the_last_assignment() {
    String content =
        "# OPTIONS=\"-D no\"\nOPTIONS=\"-D old\"\nOPTIONS=\"-D FLAG -DKEY=a=b -f x -D\"\nX=\"-D y\"\n";
    assertThat(StartArguments.defines(content, "OPTIONS"))
        .containsEntry("FLAG", "")
        .containsEntry("KEY", "a=b")
        .doesNotContainKeys("no", "old", "y");
  }

  @Test
  void without_an_assignment_there_are_none() {
    assertThat(StartArguments.defines("", "OPTIONS")).isEmpty();
    assertThat(StartArguments.defines("OPTIONS=\n", "OPTIONS")).isEmpty();
  }
}
