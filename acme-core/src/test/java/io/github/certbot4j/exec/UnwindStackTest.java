package io.github.certbot4j.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UnwindStackTest {

  private final UnwindStack stack = new UnwindStack();
  private final List<String> done = new ArrayList<>();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  @Test
  void an_entry_runs_when_its_scope_is_left() {
    try (UnwindStack.Entry entry = stack.push(() -> done.add("a"))) {
      assertThat(done).isEmpty();
    }
    assertThat(done).containsExactly("a");
  }

  @Test
  void unwinding_runs_open_entries_newest_first_and_only_once() {
    UnwindStack.Entry closed = stack.push(() -> done.add("closed"));
    closed.close();
    stack.push(() -> done.add("a"));
    stack.push(
        () -> {
          throw new IllegalStateException("b");
        });
    stack.push(() -> done.add("c"));
    assertThat(stack.unwind(false)).hasSize(1);
    assertThat(done).containsExactly("closed", "c", "a");
    assertThat(stack.unwind(false)).isEmpty();
  }

  @Test
  void interrupt_only_entries_run_for_the_user_alone() {
    try (UnwindStack.Entry entry = stack.pushForInterrupt(() -> done.add("never"))) {
      assertThat(done).isEmpty();
    }
    assertThat(done).isEmpty();
    stack.pushForInterrupt(() -> done.add("post"));
    stack.unwind(true);
    assertThat(done).containsExactly("post");
  }

  @Test
  void unwinding_waits_for_a_section_that_must_not_be_cut() throws InterruptedException {
    Thread worker = new Thread(() -> stack.uninterrupted(this::heldSection));
    worker.start();
    inside.await();
    Thread ender = new Thread(() -> stack.unwind(false));
    ender.start();
    leave.countDown();
    worker.join();
    ender.join();
    assertThat(done).containsExactly("section");
  }

  @Test
  void no_section_begins_after_the_one_that_an_end_was_asked_for_in() throws InterruptedException {
    Thread worker =
        new Thread(
            () -> {
              stack.uninterrupted(() -> heldSection() && stack.uninterrupted(this::nestedSection));
              stack.push(() -> done.add("entry")).close();
            });
    worker.setDaemon(true);
    stack.push(() -> done.add("undone"));
    worker.start();
    inside.await();
    stack.admitNoMore();
    leave.countDown();
    stack.unwind(false);
    while (worker.isAlive() && worker.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(done).containsExactly("section", "nested", "undone");
  }

  /** Lasts until the test has it leave. */
  private boolean heldSection() {
    inside.countDown();
    awaitQuietly(leave);
    return done.add("section");
  }

  private boolean nestedSection() {
    return done.add("nested");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
