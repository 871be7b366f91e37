package io.github.certbot4j.webserver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks the machine's resolver, all addresses at once, and doesn't wait for slow answers. */
public final class SystemReverseLookup implements ReverseLookup {

  private static final int MOST_ADDRESSES = 32;

  private final Duration patience;

  /** How long to wait for all answers together. */
  public SystemReverseLookup(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Map<String, String> names(Set<String> addresses) {
    Map<String, String> found = new ConcurrentHashMap<>();
    int asked = Math.min(addresses.size(), MOST_ADDRESSES);
    CountDownLatch open = new CountDownLatch(asked);
    addresses.stream().limit(asked).forEach(each -> ask(each, found, open));
    try {
      open.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new HashMap<>(found);
  }

  /** The resolver can't be told to give up, so a thread of its own waits for it. */
  private static void ask(String address, Map<String, String> found, CountDownLatch open) {
    Thread thread =
        new Thread(
            () -> {
              try {
                String name = InetAddress.getByName(address).getCanonicalHostName();
                if (!name.equals(address) && name.indexOf(':') < 0) {
                  found.put(address, name);
                }
              } catch (UnknownHostException e) {
                // An address without a name offers none.
              } finally {
                open.countDown();
              }
            },
            "reverse look-up of " + address);
    thread.setDaemon(true);
    thread.start();
  }
}
