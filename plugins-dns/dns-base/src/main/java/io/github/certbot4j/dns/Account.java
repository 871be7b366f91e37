package io.github.certbot4j.dns;

import io.github.certbot4j.dns.http.Patience;

/**
 * A set of credentials in use.
 *
 * @param service what it opens
 * @param walk finds its zones
 * @param writer changes its records
 */
record Account(DnsService service, ZoneWalk walk, TxtWriter writer) {

  static Account of(DnsService service, Patience patience) {
    return new Account(service, new ZoneWalk(service.zones()), writer(service, patience));
  }

  private static TxtWriter writer(DnsService service, Patience patience) {
    return service instanceof RecordService records
        ? new RecordWriter(records, patience)
        : new RecordSetWriter<>((RecordSetService<?>) service, patience);
  }
}
