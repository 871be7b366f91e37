package io.github.certbot4j.dns.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The state of a fake service, and what a test sees and changes of it behind its back. */
public final class FakeZones {

  private static final int FOREIGN_TTL = 1234;

  private final List<FakeZone> zones = new ArrayList<>();
  private IntFunction<String> ids = number -> Integer.toString(1000 + number);
  private int numbers;

  /** How zones and records are called; numbers from 1000 on by default. */
  public synchronized void idsMadeBy(IntFunction<String> maker) {
    ids = maker;
  }

  public synchronized String newId() {
    return ids.apply(++numbers);
  }

  /** A zone with records of other people in it. */
  public synchronized FakeZone add(String name) {
    FakeZone zone = addEmpty(name);
    foreign(zone, "A", name, "192.0.2.1");
    foreign(zone, "MX", name, "10 mail." + name);
    foreign(zone, "TXT", name, "v=spf1 -all");
    foreign(zone, "TXT", "other." + name, "foreign");
    return zone;
  }

  public synchronized FakeZone addEmpty(String name) {
    FakeZone zone = new FakeZone(newId(), name);
    zones.add(zone);
    return zone;
  }

  /** A record of somebody else. */
  public synchronized FakeRecord foreign(FakeZone zone, String type, String name, String value) {
    FakeRecord record = new FakeRecord(newId(), type, name, value, FOREIGN_TTL);
    zone.put(record);
    return record;
  }

  public synchronized List<FakeZone> all() {
    return List.copyOf(zones);
  }

  public synchronized Optional<FakeZone> byName(String name) {
    return zones.stream().filter(zone -> zone.name().equals(name)).findFirst();
  }

  public synchronized Optional<FakeZone> byId(String id) {
    return zones.stream().filter(zone -> zone.id().equals(id)).findFirst();
  }

  public synchronized void drop(FakeZone zone) {
    zones.remove(zone);
  }

  /** All TXT values at a full name, in all zones. */
  public synchronized List<String> txt(String name) {
    return zones.stream()
        .flatMap(zone -> zone.at(name, "TXT").stream())
        .map(FakeRecord::value)
        .toList();
  }

  /** Everything there is, for comparisons. */
  public synchronized List<String> snapshot() {
    return zones.stream()
        .flatMap(zone -> zone.records().stream().map(record -> zone.name() + " " + record))
        .sorted()
        .toList();
  }
}
