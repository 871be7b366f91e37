package io.github.certbot4j.workflow;

import io.github.certbot4j.model.DomainName;
import java.util.Comparator;
import java.util.List;

/** Orders names so that those of one registered domain stand together. */
final class DomainOrder {

  /** By labels from the right, the top-level domain left out. */
  static final Comparator<DomainName> BY_REGISTERED_NAME =
      Comparator.comparing(DomainOrder::sortKey).thenComparing(DomainName::ascii);

  private DomainOrder() {}

  private static String sortKey(DomainName name) {
    List<String> labels = List.of(name.ascii().split("\\."));
    StringBuilder key = new StringBuilder();
    for (int i = labels.size() - 2; i >= 0; i--) {
      key.append(labels.get(i)).append('.');
    }
    return key.toString();
  }
}
