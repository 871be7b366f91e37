package io.github.certbot4j.acme.acme4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SideBySideTest {

  @ParameterizedTest
  @CsvSource({
    "0,   1000, false",
    "9,   1000, false",
    "10,  29,   false",
    "10,  30,   true",
    "50,  5,    false",
    "50,  6,    true",
    "300, 1,    true"
  })
  void threads_are_used_where_they_save_enough(long millis, int items, boolean threads) {
    SideBySide requests = new SideBySide(() -> Duration.ofMillis(millis));

    Set<Thread> used = ConcurrentHashMap.newKeySet();
    List<Integer> results =
        requests.map(
            numbers(items),
            number -> {
              used.add(Thread.currentThread());
              return -number;
            });

    assertThat(results).isEqualTo(IntStream.range(0, items).mapToObj(each -> -each).toList());
    assertThat(used.contains(Thread.currentThread())).isNotEqualTo(threads);
    assertThat(used).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void five_requests_are_under_way_at_once() throws InterruptedException {
    CountDownLatch all = new CountDownLatch(5);

    List<Boolean> met =
        new SideBySide(() -> Duration.ofSeconds(1))
            .map(
                numbers(5),
                number -> {
                  all.countDown();
                  return await(all);
                });

    assertThat(met).containsOnly(true);
  }

  @Test
  void the_first_failure_is_the_callers() {
    SideBySide requests = new SideBySide(() -> Duration.ofSeconds(1));

    assertThatThrownBy(
            () ->
                requests.map(
                    numbers(20),
                    number -> {
                      if (number >= 3) {
                        throw FailureException.rejected("number " + number, "");
                      }
                      return number;
                    }))
        .isInstanceOf(FailureException.class)
        .hasMessage("number 3");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
