package io.github.certbot4j.order;

import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.model.KeySpec;
import java.security.KeyPair;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Makes new private keys in the background. While further certificates may follow, it keeps one key
 * in reserve, of the kind that was taken last: an RSA key takes longer than all requests of an
 * order to a CA that is near. No key is given out twice, unless it came back unused.
 */
public final class KeyStock {

  private boolean moreToCome;

  /** What the reserve is of; null while there is none. */
  private KeySpec kind;

  private CompletableFuture<KeyPair> reserve;

  /**
   * Tells whether another key will be taken, as far as can be said. If not, at most one key has
   * been made in vain.
   */
  public synchronized void expectMore(boolean more) {
    moreToCome = more;
  }

  /** Takes a key, which may still be in the making. */
  synchronized CompletableFuture<KeyPair> take(KeySpec wanted) {
    CompletableFuture<KeyPair> taken = wanted.equals(kind) ? reserve : make(wanted);
    kind = null;
    reserve = null;
    // The next is begun only now that this one is ready: two at a time would both be late.
    return taken.thenApply(
        key -> {
          keepInReserve(wanted);
          return key;
        });
  }

  /** Takes back a key that nobody outside has heard of, as its order came to nothing. */
  synchronized void giveBack(KeySpec itsKind, CompletableFuture<KeyPair> unused) {
    if (!unused.isCompletedExceptionally()) {
      kind = itsKind;
      reserve = unused;
    }
  }

  /** The key that is kept or made in reserve. */
  synchronized Optional<CompletableFuture<KeyPair>> reserve() {
    return Optional.ofNullable(reserve);
  }

  private synchronized void keepInReserve(KeySpec wanted) {
    if (moreToCome && kind == null) {
      kind = wanted;
      reserve = make(wanted);
    }
  }

  private CompletableFuture<KeyPair> make(KeySpec wanted) {
    return CompletableFuture.supplyAsync(() -> KeyPairs.generate(wanted));
  }
}
