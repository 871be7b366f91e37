package io.github.certbot4j.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpWidthTest {

  @ParameterizedTest
  @CsvSource({"120, 120", "0, 80", "-5, 80", "wide, 80", "'', 80"})
  void the_variable_counts_when_it_is_a_number(String columns, int width) {
    assertThat(HelpWidth.of(name -> Optional.of(columns))).isEqualTo(width);
  }

  @Test
  void eighty_columns_are_usual() {
    assertThat(HelpWidth.of(name -> Optional.empty())).isEqualTo(80);
  }
}
