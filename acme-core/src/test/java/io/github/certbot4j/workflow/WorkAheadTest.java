package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WorkAheadTest {

  private static final List<Integer> MANY = IntStream.range(0, 1000).boxed().toList();
  private static final int FEW = 16;
  private static final int LAST_AHEAD = FEW + WorkAhead.MOST_AHEAD_FOR_EACH_THREAD;

  private final Map<Integer, Thread> readers = Collections.synchronizedMap(new HashMap<>());
  private final CountDownLatch fullyAhead = new CountDownLatch(1);

  @Test
  void all_items_come_in_order() {
    try (WorkAhead<Integer, String> items = new WorkAhead<>(MANY, this::read, FEW, 1)) {
      List<String> found = new ArrayList<>();
      items.forEachRemaining(found::add);
      assertThat(found).containsExactlyElementsOf(MANY.stream().map(String::valueOf).toList());
      assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void later_items_are_read_while_the_caller_has_an_earlier_one() throws InterruptedException {
    try (WorkAhead<Integer, String> items = new WorkAhead<>(MANY, this::read, FEW, 1)) {
      for (int i = 0; i <= FEW; i++) {
        assertThat(items.next()).isEqualTo(String.valueOf(i));
      }
      assertThat(fullyAhead.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(readers.get(0)).isSameAs(Thread.currentThread());
      assertThat(new HashSet<>(readers.values())).hasSize(2);
    }
  }

  @Test
  void a_few_items_and_a_caller_without_further_threads_need_none() {
    new WorkAhead<>(MANY.subList(0, FEW), this::read, FEW, 1).forEachRemaining(item -> {});
    assertThat(readers).hasSize(FEW);
    new WorkAhead<>(MANY, this::read, FEW, 0).forEachRemaining(item -> {});
    assertThat(readers).hasSize(MANY.size());
    assertThat(readers.values()).containsOnly(Thread.currentThread());
  }

  @Test
  void after_a_stop_what_was_read_ahead_is_read_anew() throws InterruptedException {
    try (WorkAhead<Integer, String> items = new WorkAhead<>(MANY, this::read, FEW, 1)) {
      for (int i = 0; i <= FEW; i++) {
        items.next();
      }
      assertThat(fullyAhead.await(30, TimeUnit.SECONDS)).isTrue();
      items.stop();
      readers.clear();
      List<String> rest = new ArrayList<>();
      items.forEachRemaining(rest::add);
      List<Integer> keys = MANY.subList(FEW + 1, MANY.size());
      assertThat(rest).containsExactlyElementsOf(keys.stream().map(String::valueOf).toList());
      assertThat(readers).containsOnlyKeys(keys);
      assertThat(readers.values()).containsOnly(Thread.currentThread());
    }
  }

  @Test
  void a_failure_comes_at_its_item_and_the_next_follows() {
    int bad = FEW + 3;
    try (WorkAhead<Integer, String> items =
        new WorkAhead<>(MANY, key -> key == bad ? fail() : read(key), FEW, 1)) {
      for (int i = 0; i < bad; i++) {
        assertThat(items.next()).isEqualTo(String.valueOf(i));
      }
      assertThatThrownBy(items::next).isInstanceOf(IllegalStateException.class).hasMessage("bad");
      assertThat(items.next()).isEqualTo(String.valueOf(bad + 1));
    }
  }

  @Test
  void results_come_in_order_and_to_the_callers_thread_however_many_work() {
    List<String> results = new ArrayList<>();
    Set<Thread> takers = new HashSet<>();
    try (WorkAhead<Integer, String> items = new WorkAhead<>(MANY, this::read, 50, 4)) {
      items.forEachRemaining(
          result -> {
            takers.add(Thread.currentThread());
            results.add(result);
          });
    }
    assertThat(results).containsExactlyElementsOf(MANY.stream().map(String::valueOf).toList());
    assertThat(takers).containsExactly(Thread.currentThread());
  }

  @Test
  void fifty_items_need_no_thread_if_so_many_are_few() {
    new WorkAhead<>(MANY.subList(0, 50), this::read, 50, 4).forEachRemaining(item -> {});
    assertThat(readers).hasSize(50);
    assertThat(readers.values()).containsOnly(Thread.currentThread());
  }

  @Test
  void many_items_are_worked_on_at_the_same_time() {
    CountDownLatch meeting = new CountDownLatch(2);
    List<String> results = new ArrayList<>();
    try (WorkAhead<Integer, String> items =
        new WorkAhead<>(
            MANY,
            item -> {
              if (item == 60 || item == 61) {
                meeting.countDown();
                await(meeting);
              }
              return read(item);
            },
            50,
            2)) {
      while (results.size() <= 50) {
        results.add(items.next());
      }
      await(meeting);
      items.forEachRemaining(results::add);
    }
    assertThat(results).hasSize(1000);
    assertThat(new HashSet<>(readers.values())).hasSizeGreaterThan(1);
  }

  @Test
  void a_caller_that_would_have_to_wait_works_ahead() {
    Thread caller = Thread.currentThread();
    CountDownLatch secondIsBegun = new CountDownLatch(1);
    CountDownLatch thirdIsDone = new CountDownLatch(1);
    Function<Integer, String> work =
        item -> {
          boolean byCaller = Thread.currentThread() == caller;
          if (item == 0 && byCaller) {
            await(secondIsBegun);
          } else if (item == 1 && !byCaller) {
            secondIsBegun.countDown();
            await(thirdIsDone);
          } else if (item == 2) {
            thirdIsDone.countDown();
          }
          return read(item);
        };
    List<String> results = new ArrayList<>();
    try (WorkAhead<Integer, String> items = new WorkAhead<>(MANY.subList(0, 3), work, 0, 1)) {
      items.forEachRemaining(results::add);
    }
    assertThat(results).containsExactly("0", "1", "2");
  }

  @Test
  void the_first_failure_in_the_order_of_the_items_is_the_one_that_is_told() {
    List<String> results = new ArrayList<>();
    try (WorkAhead<Integer, String> items =
        new WorkAhead<>(MANY, item -> item >= 100 ? refuse(item) : read(item), 50, 4)) {
      assertThatThrownBy(() -> items.forEachRemaining(results::add))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("item 100");
    }
    assertThat(results).hasSize(100);
  }

  private static String refuse(int item) {
    throw new IllegalArgumentException("item " + item);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
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
