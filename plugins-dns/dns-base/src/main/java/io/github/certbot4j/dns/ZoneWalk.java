package io.github.certbot4j.dns;

import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the deepest zone of an account that a name lies in; remembers what it was told. */
final class ZoneWalk {

  private final ZoneLookup lookup;
  private final Map<String, Zone> known = new HashMap<>();
  private final Set<String> unknown = new HashSet<>();
  private List<Zone> all = List.of();
  private boolean listed;

  ZoneWalk(ZoneLookup lookup) {
    this.lookup = lookup;
  }

  /** The zone; empty if the account has none. */
  Optional<Zone> find(String fullName) {
    return lookup instanceof ZoneLookup.ByName byName
        ? byName(fullName, byName)
        : fromList(fullName, (ZoneLookup.FromList) lookup);
  }

  /** The names at which a zone may begin, the longest first. */
  static List<String> guesses(String fullName, boolean topLevelToo) {
    List<String> guesses = new ArrayList<>();
    String rest = fullName;
    while (!rest.isEmpty()) {
      int dot = rest.indexOf('.');
      if (dot >= 0 || topLevelToo) {
        guesses.add(rest);
      }
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return guesses;
  }

  private Optional<Zone> fromList(String fullName, ZoneLookup.FromList list) {
    if (!listed) {
      all = List.copyOf(list.list().get());
      listed = true;
    }
    return all.stream()
        .filter(zone -> zone.covers(fullName))
        .reduce((one, other) -> one.name().length() >= other.name().length() ? one : other);
  }

  private Optional<Zone> byName(String fullName, ZoneLookup.ByName byName) {
    DnsTroubleException forbidden = null;
    for (String guess : guesses(fullName, byName.topLevelToo())) {
      try {
        Optional<Zone> zone = ask(guess, byName);
        if (zone.isPresent()) {
          return zone;
        }
      } catch (DnsTroubleException e) {
        if (!e.is(Kind.NO_PERMISSION)) {
          throw e;
        }
        forbidden = e;
      }
    }
    if (forbidden != null) {
      throw forbidden;
    }
    return Optional.empty();
  }

  private Optional<Zone> ask(String guess, ZoneLookup.ByName byName) {
    if (known.containsKey(guess) || unknown.contains(guess)) {
      return Optional.ofNullable(known.get(guess));
    }
    Optional<Zone> zone = byName.find().apply(guess);
    zone.ifPresentOrElse(found -> known.put(guess, found), () -> unknown.add(guess));
    return zone;
  }
}
