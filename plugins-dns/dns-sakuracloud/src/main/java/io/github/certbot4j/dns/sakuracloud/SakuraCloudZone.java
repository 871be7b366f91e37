package io.github.certbot4j.dns.sakuracloud;

import io.github.certbot4j.dns.RecordSet;
import io.github.certbot4j.dns.ValueChange;
import io.github.certbot4j.dns.http.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * All records of a zone, seen from one name.
 *
 * @param name the full name
 * @param label the name as the zone writes it
 * @param records of all names and types, with everything that belongs to them
 * @param state what the service calls the state that was read; empty if it doesn't say
 */
record SakuraCloudZone(String name, String label, List<Json> records, String state)
    implements RecordSet {

  private static final String TXT = "TXT";
  private static final String CONTENT = "RData";

  SakuraCloudZone {
    records = List.copyOf(records);
  }

  @Override
  public List<String> values() {
    return records.stream().filter(this::isMine).map(record -> record.text(CONTENT)).toList();
  }

  /** All records afterwards. */
  List<Json> after(ValueChange change, int ttl) {
    List<Json> after = new ArrayList<>();
    for (Json record : records) {
      if (!isMine(record) || change.keeps(record.text(CONTENT))) {
        after.add(record);
      }
    }
    for (String value : change.added()) {
      after.add(Json.object("Name", label, "Type", TXT, CONTENT, value, "TTL", ttl));
    }
    return after;
  }

  private boolean isMine(Json record) {
    return record.text("Type").equals(TXT) && record.text("Name").equals(label);
  }
}
