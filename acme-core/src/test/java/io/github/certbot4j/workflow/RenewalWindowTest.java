package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.DomainName;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RenewalWindowTest {

  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger underWay = new AtomicInteger();

  @Test
  void alone_everything_happens_in_one_thread_and_in_order() {
    renew(1, run("a"), run("b").notDue(), run("c"));

    assertThat(events)
        .containsExactly(
            "begin a",
            "obtain a in main",
            "end a",
            "end b",
            "begin c",
            "obtain c in main",
            "end c");
  }

  @Test
  void as_many_as_the_window_is_wide_are_obtained_at_the_same_time() {
    CountDownLatch both = new CountDownLatch(2);

    renew(2, run("a").meeting(both), run("b").meeting(both), run("c"));

    assertThat(ends()).containsExactly("end a", "end b", "end c");
    assertThat(begins()).containsExactly("begin a", "begin b", "begin c");
    assertThat(events.indexOf("end a")).as("no third begins").isLessThan(events.indexOf("begin c"));
  }

  @Test
  void results_come_in_the_order_of_the_lineages_whoever_is_ready_first() {
    CountDownLatch secondIsReady = new CountDownLatch(1);

    renew(
        3,
        run("a").waitingFor(secondIsReady),
        run("b").releasing(secondIsReady),
        run("c").notDue());

    assertThat(ends()).containsExactly("end a", "end b", "end c");
  }

  @Test
  void what_can_not_overlap_begins_when_all_others_are_completed_and_ends_before_the_next() {
    renew(3, run("a"), run("b").alone(), run("c"));

    assertThat(events)
        .containsSubsequence("end a", "begin b", "obtain b in main", "end b", "begin c", "end c");
  }

  @Test
  void those_that_share_a_name_do_not_overlap() {
    renew(3, run("a"), run("b").named("*.a.test"), run("c").named("c.test"));

    assertThat(events).containsSubsequence("end a", "begin b");
  }

  @Test
  void a_hook_before_runs_when_nothing_is_under_way() {
    renew(3, run("a"), run("b"), run("c").withHookBefore());

    assertThat(events).containsSubsequence("end b", "begin c");
  }

  @Test
  void hooks_after_run_when_nothing_is_under_way() {
    renew(
        2,
        run("a").withHookAfter(),
        run("b").withHookAfter(),
        run("c").withHookAfter(),
        run("d").withHookAfter());

    assertThat(ends()).containsExactly("end a", "end b", "end c", "end d");
    assertThat(events)
        .as("the second pair begins when the first is completed")
        .containsSubsequence("begin a", "begin b", "end a", "end b", "begin c", "begin d", "end c");
  }

  @Test
  void after_a_rate_limit_the_rest_comes_one_after_the_other() {
    renew(2, run("a").rateLimited(), run("b"), run("c"), run("d"));

    assertThat(events)
        .containsSubsequence(
            "end a", "begin c", "obtain c in main", "end c", "begin d", "obtain d in main");
  }

  @Test
  void a_broken_program_is_not_taken_for_a_broken_lineage() {
    assertThatThrownBy(() -> renew(2, run("a").dying(), run("b")))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void what_is_still_under_way_is_broken_off_and_waited_for() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    RenewalWindow window = new RenewalWindow(2, outcomes -> {});
    window.add(run("a").releasing(begun).waitingFor(never));
    await(begun);

    window.close();

    assertThat(events).contains("interrupted a");
  }

  @Test
  void a_certificate_is_obtained_with_the_class_loader_that_its_plugin_was_made_with() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try {
      renew(2, run("a").loading(), run("b").loading(), run("c").loading(), run("d").loading());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }

    assertThat(events).filteredOn(event -> event.startsWith("loaded")).hasSize(4);
  }

  private void renew(int width, Run... runs) {
    try (RenewalWindow window = new RenewalWindow(width, outcomes -> {})) {
      for (Run run : runs) {
        window.add(run);
      }
      window.finish();
    }
  }

  private List<String> ends() {
    return events.stream().filter(each -> each.startsWith("end")).toList();
  }

  private List<String> begins() {
    return events.stream().filter(each -> each.startsWith("begin")).toList();
  }

  private Run run(String name) {
    return new Run(name);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A lineage that notes what is done with it. */
  private final class Run implements LineageRun {

    private final String name;
    private final Thread main = Thread.currentThread();
    private String domain;
    private boolean due = true;
    private boolean alone;
    private boolean hookBefore;
    private boolean hookAfter;
    private boolean limited;
    private boolean dying;
    private boolean loading;
    private ClassLoader loader = main.getContextClassLoader();
    private CountDownLatch released = new CountDownLatch(1);
    private CountDownLatch awaited = new CountDownLatch(0);

    Run(String name) {
      this.name = name;
      this.domain = name + ".test";
    }

    Run notDue() {
      due = false;
      return this;
    }

    Run alone() {
      alone = true;
      return this;
    }

    Run named(String other) {
      domain = other;
      return this;
    }

    Run withHookBefore() {
      hookBefore = true;
      return this;
    }

    Run withHookAfter() {
      hookAfter = true;
      return this;
    }

    Run rateLimited() {
      limited = true;
      return this;
    }

    Run dying() {
      dying = true;
      return this;
    }

    Run loading() {
      loading = true;
      loader = new URLClassLoader(new URL[0]);
      return this;
    }

    Run releasing(CountDownLatch latch) {
      released = latch;
      return this;
    }

    Run waitingFor(CountDownLatch latch) {
      awaited = latch;
      return this;
    }

    Run meeting(CountDownLatch latch) {
      return releasing(latch).waitingFor(latch);
    }

    @Override
    public boolean isDue() {
      return due;
    }

    @Override
    public boolean mayOverlap() {
      return !alone;
    }

    @Override
    public boolean disturbsAtBegin() {
      return hookBefore;
    }

    @Override
    public boolean disturbsAtEnd() {
      return hookAfter;
    }

    @Override
    public List<DomainName> names() {
      return List.of(new DomainName(domain));
    }

    @Override
    public void begin() {
      if (hookBefore) {
        assertThat(underWay).hasValue(0);
      }
      main.setContextClassLoader(loader);
      events.add("begin " + name);
    }

    @Override
    public void obtain() {
      underWay.incrementAndGet();
      if (dying) {
        throw new OutOfMemoryError("for the test");
      }
      if (Thread.currentThread() == main) {
        events.add("obtain " + name + " in main");
      }
      if (loading && Thread.currentThread().getContextClassLoader() == loader) {
        events.add("loaded " + name);
      }
      released.countDown();
      try {
        assertThat(awaited.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        events.add("interrupted " + name);
      }
      underWay.decrementAndGet();
    }

    @Override
    public List<RenewalOutcome> complete() {
      if (hookAfter) {
        assertThat(underWay).hasValue(0);
      }
      assertThat(Thread.currentThread()).isSameAs(main);
      events.add("end " + name);
      return List.of();
    }

    @Override
    public boolean isRateLimited() {
      return limited;
    }
  }
}
