package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import java.util.List;
import java.util.Set;

/**
 * A record set in a change.
 *
 * @param name the full name without final dot
 * @param values as they were sent
 */
record ChangedSet(String name, int ttl, List<String> values) {

  static ChangedSet of(Xml set, FakeZone zone) {
    String name = set.text("Name").replaceAll("\\.$", "");
    List<String> values =
        set.at("ResourceRecords").all("ResourceRecord").stream()
            .map(record -> record.text("Value"))
            .toList();
    boolean inZone = name.equals(zone.name()) || name.endsWith("." + zone.name());
    if (!inZone || !set.text("Type").equals("TXT") || values.isEmpty()) {
      throw new FakeRequest.Strictness("a set for " + name + " with " + values);
    }
    if (Set.copyOf(values).size() != values.size()) {
      throw new FakeRequest.Strictness("a value twice in " + values);
    }
    return new ChangedSet(name, Integer.parseInt(set.text("TTL")), values);
  }

  boolean isQuoted() {
    return values.stream().allMatch(value -> value.matches("\"[^\"]{1,255}\""));
  }

  List<String> plainValues() {
    return values.stream().map(value -> value.substring(1, value.length() - 1)).toList();
  }

  /** Why it can't be deleted as it is; empty if it can. */
  String differenceFrom(FakeZone zone) {
    List<FakeRecord> there = zone.at(name, "TXT");
    if (there.isEmpty()) {
      return "it was not found";
    }
    Set<String> present = Set.copyOf(there.stream().map(FakeRecord::value).toList());
    boolean same = present.equals(Set.copyOf(plainValues())) && there.get(0).ttl() == ttl;
    return same ? "" : "the values provided do not match the current values";
  }
}
