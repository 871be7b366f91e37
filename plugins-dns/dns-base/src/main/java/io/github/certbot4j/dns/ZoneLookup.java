package io.github.certbot4j.dns;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a service's zones can be found. */
public sealed interface ZoneLookup {

  /**
   * By asking for one name after the other, the longest first.
   *
   * @param find the zone of exactly this name; empty if the account has none. Fails with
   *     NO_PERMISSION if that can't be told for this name: others are tried then
   * @param topLevelToo whether a name without a dot may be a zone
   */
  record ByName(Function<String, Optional<Zone>> find, boolean topLevelToo) implements ZoneLookup {}

  /**
   * From the list of all zones.
   *
   * @param list all that can be edited; asked once per order
   */
  record FromList(Supplier<List<Zone>> list) implements ZoneLookup {}

  /** By name; a top-level domain is not asked for. */
  static ZoneLookup byName(Function<String, Optional<Zone>> find) {
    return new ByName(find, false);
  }

  static ZoneLookup fromList(Supplier<List<Zone>> list) {
    return new FromList(list);
  }
}
