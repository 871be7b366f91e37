package io.github.certbot4j.dns;

/**
 * A service where all values of a name are one record set, or where a zone is read and written as a
 * whole. What is written is always derived from what was just read, so that nothing of others is
 * lost.
 *
 * @param <S> what is read, with everything that must be kept when it is written back
 */
public non-sealed interface RecordSetService<S extends RecordSet> extends DnsService {

  /** The TXT values at exactly this full name; a set without values if there is none. */
  S read(Zone zone, String name);

  /**
   * Writes what {@link #read} just returned, with the change: creates the set, replaces it, or
   * deletes it if no value is left. Fails with CONFLICT where the service notices that the set was
   * changed since; it is called again with what is there then. So a POST that the service refuses
   * or ignores when it comes again is best marked as {@link
   * io.github.certbot4j.dns.http.RestCall#repeatable repeatable}.
   */
  void write(Zone zone, S before, ValueChange change);
}
