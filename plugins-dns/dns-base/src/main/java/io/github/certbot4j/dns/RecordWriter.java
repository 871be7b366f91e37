package io.github.certbot4j.dns;

import io.github.certbot4j.dns.http.Patience;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes to a service where each value is a record of its own. */
final class RecordWriter implements TxtWriter {

  private final RecordService service;
  private final Patience patience;
  private final Map<TxtRecord, String> ids = new HashMap<>();

  RecordWriter(RecordService service, Patience patience) {
    this.service = service;
    this.patience = patience;
  }

  @Override
  public void add(Zone zone, String name, List<String> values) {
    List<FoundRecord> there = service.find(zone, name);
    for (String value : values) {
      TxtRecord record = new TxtRecord(name, value);
      Optional<FoundRecord> same = matching(there, value);
      ids.put(record, same.isPresent() ? same.get().id() : create(zone, record));
    }
  }

  /** After an attempt of which nobody knows whether it had an effect, it looks before the next. */
  private String create(Zone zone, TxtRecord record) {
    Patience.Round round = patience.round();
    while (true) {
      try {
        return service.add(zone, record);
      } catch (DnsTroubleException e) {
        if (e.is(Kind.ALREADY_THERE)) {
          return "";
        }
        if (!e.is(Kind.UNAVAILABLE) || !round.again()) {
          throw e;
        }
        Optional<FoundRecord> made = matching(service.find(zone, record.name()), record.value());
        if (made.isPresent()) {
          return made.get().id();
        }
      }
    }
  }

  @Override
  public Map<String, DnsTrouble> remove(Zone zone, String name, List<String> values) {
    Map<String, DnsTrouble> left = new LinkedHashMap<>();
    for (String value : values) {
      try {
        remove(zone, new TxtRecord(name, value));
      } catch (DnsTroubleException e) {
        if (!e.trouble().isNotFound()) {
          left.put(value, e.trouble());
        }
      }
    }
    return left;
  }

  private void remove(Zone zone, TxtRecord record) {
    String id = ids.getOrDefault(record, "");
    if (!id.isEmpty() && delete(zone, record.name(), new FoundRecord(id, record.value()))) {
      return;
    }
    for (FoundRecord found : service.find(zone, record.name())) {
      if (TxtText.same(found.value(), record.value())) {
        delete(zone, record.name(), found);
      }
    }
  }

  /** False if there was nothing to delete. */
  private boolean delete(Zone zone, String name, FoundRecord record) {
    try {
      service.delete(zone, name, record);
      return true;
    } catch (DnsTroubleException e) {
      if (e.trouble().isNotFound()) {
        return false;
      }
      throw e;
    }
  }

  private static Optional<FoundRecord> matching(List<FoundRecord> records, String value) {
    return records.stream().filter(record -> TxtText.same(record.value(), value)).findFirst();
  }
}
