package io.github.certbot4j.dns.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * What another order does in a thread of its own while the first is in the middle of something. The
 * first goes on as soon as this is held up by it, or is done: whichever of the two it is, all that
 * can come in between did.
 */
public final class Rival {

  private static final int SECONDS = 60;
  private static final String PACKAGE = "io.github.certbot4j.dns";

  private final CompletableFuture<Void> result = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean heldUp;

  public Rival(Runnable work) {
    this.thread =
        new Thread(
            () -> {
              try {
                work.run();
                result.complete(null);
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            },
            "rival");
  }

  /** Starts it; returns when it waits for its turn, or for its own other half, or is done. */
  public void startAndGoOnWhenItWaits() {
    thread.setDaemon(true);
    thread.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!result.isDone() && !heldUp) {
      assertThat(System.nanoTime()).as("it neither waits nor ends").isLessThan(end);
      heldUp = isHeldUp();
      Thread.onSpinWait();
    }
  }

  /** In front of the lock that orders take turns by, or of the one that its two halves share. */
  private boolean isHeldUp() {
    ThreadInfo now =
        ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId(), Integer.MAX_VALUE);
    if (now == null) {
      return false;
    }
    StackTraceElement[] frames = now.getStackTrace();
    if (now.getThreadState() == Thread.State.BLOCKED) {
      return frames[0].getClassName().equals(PACKAGE + ".DnsAuthenticator");
    }
    return IntStream.range(1, frames.length)
        .anyMatch(
            i ->
                frames[i].getClassName().equals(PACKAGE + ".Turns")
                    && frames[i - 1].getClassName().equals(ReentrantLock.class.getName())
                    && frames[i - 1].getMethodName().equals("lock")
                    && now.getThreadState() == Thread.State.WAITING);
  }

  /** Whether it was held up before the first went on. */
  public boolean hadToWait() {
    return heldUp;
  }

  /** Waits for its end; throws what it threw. */
  public void join() {
    try {
      result.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    } finally {
      assertThat(result).as("it ended").isDone();
    }
  }

  /** Waits for a latch that another thread opens soon. */
  public static void await(CountDownLatch latch) {
    try {
      if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(new TimeoutException("nobody opened the latch"));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
