package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.RecordSet;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The TXT records of one name.
 *
 * @param asRead the whole set as the service has it; empty if there is none
 */
record Route53Set(String name, Optional<ResourceRecordSet> asRead) implements RecordSet {

  @Override
  public List<String> values() {
    return asRead
        .map(set -> set.resourceRecords().stream().map(ResourceRecord::value).toList())
        .orElse(List.of());
  }
}
