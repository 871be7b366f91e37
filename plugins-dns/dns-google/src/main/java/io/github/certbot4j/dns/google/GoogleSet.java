package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.RecordSet;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.Optional;

/**
 * The TXT records of one name.
 *
 * @param asRead the whole set as the service has it; empty if there is none
 */
record GoogleSet(String name, Optional<Json> asRead) implements RecordSet {

  private static final String VALUES = "rrdatas";

  @Override
  public List<String> values() {
    return asRead.map(set -> set.items(VALUES).stream().map(Json::text).toList()).orElse(List.of());
  }

  /** The time to live; the other if there is no set. */
  long ttl(long other) {
    return asRead.map(set -> set.number("ttl", other)).orElse(other);
  }

  /** A set in the service's form. */
  Json with(List<String> values, long ttl) {
    return Json.object("name", name + ".", "type", "TXT", "ttl", ttl, VALUES, Json.list(values));
  }
}
