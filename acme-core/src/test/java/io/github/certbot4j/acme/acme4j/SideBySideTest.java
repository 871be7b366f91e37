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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SideBySideTest {

  private static final int MOST = 7;
  private static final String PROPERTY = "http.maxConnections";

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "1, 1", "0, 5", "-3, 5", "many, 5"})
  void the_connections_kept_are_counted_as_the_jdk_does(String property, int kept) {
    assertThat(SideBySide.connectionsKept()).isEqualTo(5);
    System.setProperty(PROPERTY, property);
    assertThat(SideBySide.connectionsKept()).isEqualTo(kept);
  }

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
    SideBySide requests = new SideBySide(() -> Duration.ofMillis(millis), MOST);

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
    assertThat(used).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void as_many_requests_as_allowed_are_under_way_at_once() throws InterruptedException {
    CountDownLatch all = new CountDownLatch(MOST);

    List<Boolean> met =
        new SideBySide(() -> Duration.ofSeconds(1), MOST)
            .map(
                numbers(MOST),
                number -> {
                  all.countDown();
                  return await(all);
                });

    assertThat(met).containsOnly(true);
  }

  @Test
  void the_first_failure_is_the_callers() {
    SideBySide requests = new SideBySide(() -> Duration.ofSeconds(1), MOST);

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
