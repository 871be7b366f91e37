package io.github.certbot4j.acme.acme4j;

import java.net.URI;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.NonceHolder;
import org.shredzone.acme4j.provider.AcmeProvider;

/**
 * A session that several threads can use at once. acme4j's own has one nonce and lets one request
 * through at a time; here each thread takes a nonce of its own for the time of a request.
 */
final class NoncePoolSession extends Session {

  private final Deque<String> spare = new ConcurrentLinkedDeque<>();
  private final ThreadLocal<Slot> slots = ThreadLocal.withInitial(Slot::new);

  NoncePoolSession(URI server, AcmeProvider provider) {
    super(server, provider);
  }

  /** May be nested: acme4j fetches a nonce while it holds the one, still empty, of a request. */
  @Override
  public NonceHolder lockNonce() {
    Slot slot = slots.get();
    if (slot.depth == 0) {
      slot.nonce = spare.pollFirst();
    }
    slot.depth++;
    return slot;
  }

  private final class Slot implements NonceHolder {

    private int depth;
    private String nonce;

    @Override
    public String getNonce() {
      return nonce;
    }

    @Override
    public void setNonce(String nonce) {
      this.nonce = nonce;
    }

    @Override
    public void close() {
      depth--;
      if (depth == 0 && nonce != null) {
        spare.addFirst(nonce);
        nonce = null;
      }
    }
  }
}
