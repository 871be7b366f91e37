package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ManyAtOnceTest {

  private static final List<Integer> MANY = IntStream.range(0, 1000).boxed().toList();

  private final List<String> results = new ArrayList<>();
  private final Set<Thread> workers = Collections.synchronizedSet(new HashSet<>());

  @Test
  void results_come_in_order_and_to_the_callers_thread() {
    Set<Thread> takers = new HashSet<>();
    new ManyAtOnce<Integer, String>(
            this::work,
            result -> {
              takers.add(Thread.currentThread());
              results.add(result);
            },
            4)
        .workOn(MANY);

    assertThat(results).containsExactlyElementsOf(MANY.stream().map(String::valueOf).toList());
    assertThat(takers).containsExactly(Thread.currentThread());
  }

  @Test
  void a_few_items_and_a_single_processor_need_no_thread() {
    new ManyAtOnce<Integer, String>(this::work, results::add, 4).workOn(MANY.subList(0, 50));
    new ManyAtOnce<Integer, String>(this::work, results::add, 1).workOn(MANY);

    assertThat(results).hasSize(1050);
    assertThat(workers).containsExactly(Thread.currentThread());
  }

  @Test
  void many_items_are_worked_on_at_the_same_time() {
    CountDownLatch meeting = new CountDownLatch(2);
    new ManyAtOnce<Integer, String>(
            item -> {
              if (item == 60 || item == 61) {
                meeting.countDown();
                await(meeting);
              }
              return work(item);
            },
            results::add,
            2)
        .workOn(MANY);

    assertThat(results).hasSize(1000);
    assertThat(workers).hasSize(3);
  }

  @Test
  void the_first_failure_in_the_order_of_the_items_is_the_one_that_is_told() {
    assertThatThrownBy(
            () ->
                new ManyAtOnce<Integer, String>(
                        item -> {
                          if (item >= 100) {
                            throw new IllegalArgumentException("item " + item);
                          }
                          return work(item);
                        },
                        results::add,
                        4)
                    .workOn(MANY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item 100");
    assertThat(results).hasSize(100);
  }

  private String work(int item) {
    workers.add(Thread.currentThread());
    return String.valueOf(item);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
