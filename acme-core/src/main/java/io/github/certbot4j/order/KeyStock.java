package io.github.certbot4j.order;

import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.model.KeySpec;
import java.security.KeyPair;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Makes new private keys in the background. While further certificates may follow, it keeps keys in
 * reserve, of the kind that was taken last: an RSA key takes as long as all requests of an order to
 * a CA that is near, and some take three times as long as others. No key is given out twice, unless
 * it came back unused.
 */
public final class KeyStock {

  /** More would not even out further how long keys take. */
  private static final int MOST_IN_RESERVE = 3;

  private final Executor makers;
  private boolean moreToCome;

  /** What the reserve is of; null while nothing was taken. */
  private KeySpec kind;

  /** How many of that kind were taken in a row. */
  private int taken;

  /** What is made for it is made one after another. */
  private final Deque<CompletableFuture<KeyPair>> reserve = new ArrayDeque<>();

  /** An empty stock. */
  public KeyStock() {
    this(KeyStock::startThread);
  }

  /** An empty stock, with what runs the making of one key each. */
  KeyStock(Executor makers) {
    this.makers = makers;
  }

  /**
   * Tells whether another key will be taken, as far as can be said. If not, no more keys have been
   * made in vain than were taken.
   */
  public synchronized void expectMore(boolean more) {
    moreToCome = more;
  }

  /** Takes a key, which may still be in the making. */
  synchronized CompletableFuture<KeyPair> take(KeySpec wanted) {
    turnTo(wanted);
    taken++;
    if (reserve.isEmpty()) {
      CompletableFuture<KeyPair> key = new CompletableFuture<>();
      makers.execute(() -> make(wanted, key));
      return key;
    }
    CompletableFuture<KeyPair> key = reserve.remove();
    if (key.isDone()) {
      addToReserve(wanted);
    }
    return key;
  }

  /** Takes back a key that nobody outside has heard of, as its order came to nothing. */
  synchronized void giveBack(KeySpec itsKind, CompletableFuture<KeyPair> unused) {
    if (!unused.isCompletedExceptionally()) {
      turnTo(itsKind);
      reserve.addFirst(unused);
    }
  }

  /** The keys that are kept or made in reserve. */
  synchronized List<CompletableFuture<KeyPair>> reserve() {
    return List.copyOf(reserve);
  }

  private void turnTo(KeySpec wanted) {
    if (!wanted.equals(kind)) {
      kind = wanted;
      taken = 0;
      reserve.clear();
    }
  }

  /**
   * The common pool of threads would do in principle, but on JDK 25 keys take longer there. The end
   * of the program waits for none of these.
   */
  private static void startThread(Runnable work) {
    Thread thread = new Thread(work, "keys");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized void addToReserve(KeySpec wanted) {
    boolean oneIsInTheMaking = !reserve.isEmpty() && !reserve.getLast().isDone();
    boolean isFull = reserve.size() >= Math.min(taken, MOST_IN_RESERVE);
    if (moreToCome && wanted.equals(kind) && !oneIsInTheMaking && !isFull) {
      CompletableFuture<KeyPair> next = new CompletableFuture<>();
      reserve.add(next);
      makers.execute(() -> make(wanted, next));
    }
  }

  /** The next in reserve is begun only when this one is ready: two at a time would both be late. */
  private void make(KeySpec wanted, CompletableFuture<KeyPair> key) {
    try {
      key.complete(KeyPairs.generate(wanted));
    } catch (RuntimeException | Error e) {
      key.completeExceptionally(e);
      return;
    }
    addToReserve(wanted);
  }
}
