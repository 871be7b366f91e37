package io.github.certbot4j.dns;

import java.util.List;

/** A service where each value of a name is a record of its own. */
public non-sealed interface RecordService extends DnsService {

  /** All TXT records at exactly this full name, on however many pages. */
  List<FoundRecord> find(Zone zone, String name);

  /**
   * Adds a record; {@link #find} did not show it before. If the service says that it is there all
   * the same, that may be reported as trouble of the kind ALREADY_THERE, which counts as success.
   *
   * @return what the service calls it; empty if it doesn't say
   */
  String add(Zone zone, TxtRecord record);

  /**
   * Deletes a record. That it is gone already may be reported as trouble with the status 404, which
   * counts as success.
   *
   * @param name the full name it is at
   */
  void delete(Zone zone, String name, FoundRecord record);
}
