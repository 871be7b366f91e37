package io.github.certbot4j.dns;

/**
 * A DNS service's account, as far as challenges need it. An object serves one order with one set of
 * credentials, and is used by one thread at a time. Zones are found, and the values of a name read
 * and written, while no other service of the same plugin does so in this process: no values come or
 * go in between but from elsewhere. Trouble is reported by {@link
 * io.github.certbot4j.dns.trouble.DnsTroubleException}; a conflict by its kind CONFLICT, after
 * which everything is read again.
 *
 * <p>A service implements one of the two sub-interfaces, by how it keeps several values of a name.
 */
public sealed interface DnsService permits RecordService, RecordSetService {

  /** How zones are found. Called once; the lookup may be used several times. */
  ZoneLookup zones();

  /** Makes the changes to a zone effective; called once after all of them. */
  default void publish(Zone zone) {}

  /**
   * Whether the service's name servers have all changes made so far. Asked every few seconds, for
   * as long as the user allows, before the name servers themselves are asked.
   */
  default boolean isInSync() {
    return true;
  }
}
