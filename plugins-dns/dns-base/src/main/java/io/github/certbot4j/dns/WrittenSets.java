package io.github.certbot4j.dns;

import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record sets that were written. Credentials that may not read sets are common where the
 * original needs no more: then a set is taken to be as it was written last, by whichever order of
 * this run. So a plugin makes one object, and gives each order {@link #forOneOrder its own view}.
 *
 * @param <T> a set in the service's form
 */
public final class WrittenSets<T> {

  private static final Logger LOG = LoggerFactory.getLogger(WrittenSets.class);

  private final Map<String, T> sets;
  private boolean blind;

  /** Knows of no set yet. */
  public WrittenSets() {
    this(new ConcurrentHashMap<>());
  }

  private WrittenSets(Map<String, T> sets) {
    this.sets = sets;
  }

  /** The same sets for other credentials, which may be allowed more or less. */
  public WrittenSets<T> forOneOrder() {
    return new WrittenSets<>(sets);
  }

  /**
   * The set at a name, from the service if that allows it.
   *
   * @param fetch reads it; empty if there is none. Fails with NO_PERMISSION if it isn't allowed to
   */
  public Optional<T> read(Zone zone, String name, Supplier<Optional<T>> fetch) {
    if (!blind) {
      try {
        return fetch.get();
      } catch (DnsTroubleException e) {
        if (!e.is(Kind.NO_PERMISSION)) {
          throw e;
        }
        blind = true;
        LOG.debug("Record sets can't be read: values of others at {} are not known", name, e);
      }
    }
    return Optional.ofNullable(sets.get(key(zone, name)));
  }

  /** Notes that a set was written. */
  public void put(Zone zone, String name, T set) {
    sets.put(key(zone, name), set);
  }

  /** Notes that a set was deleted. */
  public void remove(Zone zone, String name) {
    sets.remove(key(zone, name));
  }

  /** Whether the service refused to show sets. */
  public boolean isBlind() {
    return blind;
  }

  private static String key(Zone zone, String name) {
    return zone.id() + " " + name;
  }
}
