package io.github.certbot4j.dns.contract;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A zone of a fake service, which name servers show while the service changes it. */
public final class FakeZone {

  private final String id;
  private final String name;
  private final List<FakeRecord> records = new CopyOnWriteArrayList<>();
  private volatile boolean readOnly;

  FakeZone(String id, String name) {
    this.id = id;
    this.name = name;
  }

  public String id() {
    return id;
  }

  /** Without final dot. */
  public String name() {
    return name;
  }

  public List<FakeRecord> records() {
    return List.copyOf(records);
  }

  /** The records at a full name of a type. */
  public List<FakeRecord> at(String fullName, String type) {
    return records.stream()
        .filter(record -> record.name().equals(fullName) && record.type().equals(type))
        .toList();
  }

  public Optional<FakeRecord> byId(String recordId) {
    return records.stream().filter(record -> record.id().equals(recordId)).findFirst();
  }

  public void put(FakeRecord record) {
    records.add(record);
  }

  /** False if there was none. */
  public boolean remove(String recordId) {
    return records.removeIf(record -> record.id().equals(recordId));
  }

  /** Removes all records at a name of a type. */
  public void removeAt(String fullName, String type) {
    records.removeIf(record -> record.name().equals(fullName) && record.type().equals(type));
  }

  /** Whether the credentials may read it and nothing more. */
  public boolean isReadOnly() {
    return readOnly;
  }

  public void makeReadOnly() {
    readOnly = true;
  }

  /** The name relative to the zone; empty for the zone's own. */
  public String relative(String fullName) {
    return fullName.equals(name)
        ? ""
        : fullName.substring(0, fullName.length() - name.length() - 1);
  }

  /** The full name of a relative one; empty for the zone's own. */
  public String absolute(String relativeName) {
    return relativeName.isEmpty() ? name : relativeName + "." + name;
  }
}
