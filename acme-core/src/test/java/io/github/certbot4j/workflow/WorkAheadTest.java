package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ReadAheadTest {

  private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();
  private static final int LAST_AHEAD = ReadAhead.FEW + ReadAhead.MOST_AHEAD;

  private final Map<Integer, Thread> readers = Collections.synchronizedMap(new HashMap<>());
  private final CountDownLatch fullyAhead = new CountDownLatch(1);

  @Test
  void all_items_come_in_order() {
    try (ReadAhead<Integer, String> items = new ReadAhead<>(MANY, this::read, 2)) {
      List<String> found = new ArrayList<>();
      items.forEachRemaining(found::add);
      assertThat(found).containsExactlyElementsOf(MANY.stream().map(String::valueOf).toList());
      assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void later_items_are_read_while_the_caller_has_an_earlier_one() throws InterruptedException {
    try (ReadAhead<Integer, String> items = new ReadAhead<>(MANY, this::read, 2)) {
      for (int i = 0; i <= ReadAhead.FEW; i++) {
        assertThat(items.next()).isEqualTo(String.valueOf(i));
      }
      assertThat(fullyAhead.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(readers.get(0)).isSameAs(Thread.currentThread());
      assertThat(readers.get(LAST_AHEAD)).isNotSameAs(Thread.currentThread());
    }
  }

  @Test
  void a_few_items_and_a_single_processor_need_no_thread() {
    new ReadAhead<>(MANY.subList(0, ReadAhead.FEW), this::read, 2).forEachRemaining(item -> {});
    assertThat(readers).hasSize(ReadAhead.FEW);
    new ReadAhead<>(MANY, this::read, 1).forEachRemaining(item -> {});
    assertThat(readers).hasSize(MANY.size());
    assertThat(readers.values()).containsOnly(Thread.currentThread());
  }

  @Test
  void after_a_stop_what_was_read_ahead_is_read_anew() throws InterruptedException {
    try (ReadAhead<Integer, String> items = new ReadAhead<>(MANY, this::read, 2)) {
      for (int i = 0; i <= ReadAhead.FEW; i++) {
        items.next();
      }
      assertThat(fullyAhead.await(30, TimeUnit.SECONDS)).isTrue();
      items.stop();
      readers.clear();
      List<String> rest = new ArrayList<>();
      items.forEachRemaining(rest::add);
      List<Integer> keys = MANY.subList(ReadAhead.FEW + 1, MANY.size());
      assertThat(rest).containsExactlyElementsOf(keys.stream().map(String::valueOf).toList());
      assertThat(readers).containsOnlyKeys(keys);
      assertThat(readers.values()).containsOnly(Thread.currentThread());
    }
  }

  @Test
  void a_failure_comes_at_its_item_and_the_next_follows() {
    int bad = ReadAhead.FEW + 3;
    try (ReadAhead<Integer, String> items =
        new ReadAhead<>(MANY, key -> key == bad ? fail() : read(key), 2)) {
      for (int i = 0; i < bad; i++) {
        assertThat(items.next()).isEqualTo(String.valueOf(i));
      }
      assertThatThrownBy(items::next).isInstanceOf(IllegalStateException.class).hasMessage("bad");
      assertThat(items.next()).isEqualTo(String.valueOf(bad + 1));
    }
  }

  private static String fail() {
    throw new IllegalStateException("bad");
  }

  private String read(int key) {
    readers.put(key, Thread.currentThread());
    if (key == LAST_AHEAD) {
      fullyAhead.countDown();
    }
    return String.valueOf(key);
  }
}
