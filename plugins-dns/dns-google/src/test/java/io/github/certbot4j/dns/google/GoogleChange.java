package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import io.github.certbot4j.dns.http.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A change to a zone: all of it happens, or nothing. */
record GoogleChange(Json body, FakeZone zone) {

  private static final String ADDITIONS = "additions";
  private static final String DELETIONS = "deletions";
  private static final Set<String> MEMBERS = Set.of("kind", "name", "type", "ttl", "rrdatas");

  /** The records of one name as a set. */
  static Json set(String name, List<FakeRecord> records) {
    return Json.object(
        "name",
        name + ".",
        "type",
        records.get(0).type(),
        "ttl",
        records.get(0).ttl(),
        "rrdatas",
        Json.list(records.stream().map(record -> '"' + record.value() + '"').toList()));
  }

  /** What is wrong with it; empty if it was done. */
  Optional<FakeAnswer> apply(Supplier<String> ids) {
    List<Json> deletions = list(DELETIONS);
    List<Json> additions = list(ADDITIONS);
    for (Json set : deletions) {
      Optional<FakeAnswer> refusal = refuseDeletion(set);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    for (Json set : additions) {
      boolean replaced = deletions.stream().anyMatch(each -> name(each).equals(name(set)));
      if (!replaced && !zone.at(name(set), "TXT").isEmpty()) {
        return Optional.of(FakeGoogle.error(409, "alreadyExists", "The set already exists."));
      }
    }
    deletions.forEach(set -> zone.removeAt(name(set), "TXT"));
    additions.forEach(set -> add(set, ids));
    return Optional.empty();
  }

  private List<Json> list(String member) {
    List<Json> sets = body.find(member).map(Json::items).orElse(List.of());
    sets.forEach(this::check);
    return sets;
  }

  private void check(Json set) {
    boolean right =
        MEMBERS.containsAll(set.keys())
            && set.text("name").endsWith("." + zone.name() + ".")
            && set.text("type").equals("TXT")
            && !values(set).isEmpty()
            && Set.copyOf(values(set)).size() == values(set).size();
    if (!right) {
      throw new FakeRequest.Strictness("the set " + set);
    }
  }

  private Optional<FakeAnswer> refuseDeletion(Json set) {
    List<FakeRecord> there = zone.at(name(set), "TXT");
    if (there.isEmpty()) {
      return Optional.of(FakeGoogle.error(404, "notFound", "The set does not exist."));
    }
    boolean same =
        Set.copyOf(values(set)).equals(Set.copyOf(there.stream().map(FakeRecord::value).toList()))
            && set.number("ttl", 0) == there.get(0).ttl();
    return same
        ? Optional.empty()
        : Optional.of(
            FakeGoogle.error(412, "conditionNotMet", "Precondition not met for the deletion."));
  }

  private void add(Json set, Supplier<String> ids) {
    for (String value : values(set)) {
      zone.put(new FakeRecord(ids.get(), "TXT", name(set), value, (int) set.number("ttl", 0)));
    }
  }

  private static String name(Json set) {
    return set.text("name").substring(0, set.text("name").length() - 1);
  }

  /** Without quotes, however they were sent. */
  private static List<String> values(Json set) {
    return set.items("rrdatas").stream()
        .map(value -> value.text().replaceAll("^\"|\"$", ""))
        .toList();
  }
}
