package io.github.certbot4j.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ByteOrderTest {

  private static final Comparator<String> BY_BYTES =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  @Test
  void what_chars_order_otherwise_is_ordered_by_its_bytes() {
    List<String> texts = new ArrayList<>(List.of("\uD83D\uDE00", "\uFF5E", "b", "a-", "a"));
    ByteOrder.sort(texts);
    assertThat(texts).containsExactly("a", "a-", "b", "\uFF5E", "\uD83D\uDE00");
  }

  @Property(tries = 200)
  void any_texts_are_in_the_order_of_their_bytes(@ForAll List<String> texts) {
    List<String> sorted = new ArrayList<>(texts);
    ByteOrder.sort(sorted);
    assertThat(sorted).isSortedAccordingTo(BY_BYTES).containsExactlyInAnyOrderElementsOf(texts);
  }
}
