package io.github.certbot4j.dns;

import io.github.certbot4j.dns.http.Patience;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a service where all values of a name are one set. What was written is read once more:
 * not every service notices that two clients write at the same time, and the later one wins.
 */
final class RecordSetWriter<S extends RecordSet> implements TxtWriter {

  private static final Logger LOG = LoggerFactory.getLogger(RecordSetWriter.class);

  private final RecordSetService<S> service;
  private final Patience patience;

  RecordSetWriter(RecordSetService<S> service, Patience patience) {
    this.service = service;
    this.patience = patience;
  }

  @Override
  public void add(Zone zone, String name, List<String> values) {
    change(
        zone,
        name,
        before ->
            new ValueChange(values.stream().filter(v -> !has(before, v)).toList(), List.of()));
  }

  @Override
  public Map<String, DnsTrouble> remove(Zone zone, String name, List<String> values) {
    Map<String, DnsTrouble> left = new LinkedHashMap<>();
    try {
      change(
          zone,
          name,
          before ->
              new ValueChange(List.of(), values.stream().filter(v -> has(before, v)).toList()));
    } catch (DnsTroubleException e) {
      if (!e.trouble().isNotFound()) {
        values.forEach(value -> left.put(value, e.trouble()));
      }
    }
    return left;
  }

  private void change(Zone zone, String name, Function<S, ValueChange> wanted) {
    Patience.Round round = patience.round();
    boolean written = false;
    while (true) {
      S before = service.read(zone, name);
      ValueChange change = wanted.apply(before);
      if (change.added().isEmpty() && change.removed().isEmpty()) {
        return;
      }
      if (written && !round.again()) {
        LOG.debug("{} was written and looks as before; somebody else may write it too", name);
        return;
      }
      try {
        service.write(zone, before, change);
        written = true;
      } catch (DnsTroubleException e) {
        if (!e.is(Kind.CONFLICT) || !round.again()) {
          throw e;
        }
        LOG.debug("{} was changed by somebody else at the same time", name);
      }
    }
  }

  private static boolean has(RecordSet set, String value) {
    return set.values().stream().anyMatch(there -> TxtText.same(there, value));
  }
}
