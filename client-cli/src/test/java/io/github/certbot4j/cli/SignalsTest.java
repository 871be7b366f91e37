package io.github.certbot4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.exec.UnwindStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SignalsTest {

  private final List<String> undone = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final UnwindStack unwind = new UnwindStack();
  private final Signals signals =
      new Signals(unwind, new PrintStream(err, true, StandardCharsets.UTF_8), status::complete);

  @Test
  void an_interrupt_undoes_everything_newest_first_and_counts_as_failure() {
    unwind.push(() -> undone.add("lock"));
    unwind.pushForInterrupt(() -> undone.add("only for the user"));
    unwind.push(() -> undone.add("challenge"));
    signals.end("INT", 2);
    assertThat(undone).containsExactly("challenge", "only for the user", "lock");
    assertThat(status).isCompletedWithValue(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("Exiting due to user request.\n");
  }

  @Test
  void a_fatal_signal_gives_the_status_that_shells_expect_and_says_nothing() {
    unwind.pushForInterrupt(() -> undone.add("only for the user"));
    unwind.push(() -> undone.add("challenge"));
    signals.end("TERM", 15);
    assertThat(undone).containsExactly("challenge");
    assertThat(status).isCompletedWithValue(143);
    assertThat(err.size()).isZero();
  }

  @Test
  void an_undoing_that_fails_keeps_nothing_from_being_undone() {
    unwind.push(() -> undone.add("lock"));
    unwind.push(
        () -> {
          throw new IllegalStateException("stuck");
        });
    signals.end("HUP", 1);
    assertThat(undone).containsExactly("lock");
    assertThat(status).isCompletedWithValue(129);
  }

  @Test
  void a_signal_of_the_system_arrives()
      throws ReflectiveOperationException,
          InterruptedException,
          ExecutionException,
          TimeoutException {
    unwind.push(() -> undone.add("challenge"));
    signals.handle();
    Class<?> signal = Class.forName("sun.misc.Signal");
    Object term = signal.getConstructor(String.class).newInstance("TERM");
    try {
      signal.getMethod("raise", signal).invoke(null, term);
      assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(143);
      assertThat(undone).containsExactly("challenge");
    } finally {
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      for (String name : List.of("INT", "TERM", "HUP")) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(
                null,
                signal.getConstructor(String.class).newInstance(name),
                handler.getField("SIG_DFL").get(null));
      }
    }
  }
}
