package io.github.certbot4j.dns.gehirn;

import io.github.certbot4j.dns.RecordSet;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.Optional;

/**
 * The TXT records of one name.
 *
 * @param asRead the whole set as the service has it; empty if there is none
 */
record GehirnSet(String name, Optional<Json> asRead) implements RecordSet {

  private static final String RECORDS = "records";
  private static final String DATA = "data";

  @Override
  public List<String> values() {
    return records().stream().map(record -> record.text(DATA)).toList();
  }

  List<Json> records() {
    return asRead.map(set -> set.items(RECORDS)).orElse(List.of());
  }

  static String valueOf(Json record) {
    return record.text(DATA);
  }

  static Json record(String value) {
    return Json.object(DATA, value);
  }

  /** The set as it was read, with other records. */
  static Json withRecords(Json set, List<Json> records) {
    return set.with(RECORDS, Json.list(records));
  }
}
