package io.github.certbot4j.dns;

import io.github.certbot4j.dns.trouble.DnsTrouble;
import java.util.List;
import java.util.Map;

/** Adds values to names and takes them away again, each name in a zone that was found before. */
interface TxtWriter {

  /** Adds those values that aren't there; fails with the first trouble. */
  void add(Zone zone, String name, List<String> values);

  /**
   * Removes those values that are there.
   *
   * @return the values that could not be removed, and why
   */
  Map<String, DnsTrouble> remove(Zone zone, String name, List<String> values);
}
