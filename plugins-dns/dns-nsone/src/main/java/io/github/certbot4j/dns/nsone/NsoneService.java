package io.github.certbot4j.dns.nsone;

import io.github.certbot4j.dns.RecordSetService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ValueChange;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.http.RestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Zones and records at NS1, by its API v1, where PUT creates and POST updates. */
final class NsoneService implements RecordSetService<NsoneSet> {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final RestApi api;
  private final int ttl;

  NsoneService(ServiceContext context) {
    this.api = context.api("https://api.nsone.net/v1", new NsoneDialect(context.credentials()));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::zone);
  }

  /** What can't be a zone, such as a public suffix, is answered with 400. */
  private Optional<Zone> zone(String name) {
    RestAnswer answer =
        api.get("/zones/" + name).query("records", false).accepting(BAD_REQUEST, NOT_FOUND).send();
    return answer.isSuccess()
        ? Optional.of(new Zone(name, answer.json().text("zone")))
        : Optional.empty();
  }

  @Override
  public NsoneSet read(Zone zone, String name) {
    RestAnswer answer = api.get(path(zone, name)).accepting(NOT_FOUND).send();
    if (!answer.isSuccess()) {
      return new NsoneSet(name, List.of(), ttl, false);
    }
    Json record = answer.json();
    return new NsoneSet(name, record.items("answers"), record.number("ttl", ttl), true);
  }

  @Override
  public void write(Zone zone, NsoneSet before, ValueChange change) {
    List<Json> answers = new ArrayList<>();
    before.answers().stream()
        .filter(answer -> change.keeps(NsoneSet.valueOf(answer)))
        .forEach(answers::add);
    change.added().forEach(value -> answers.add(NsoneSet.answer(value)));
    String path = path(zone, before.name());
    if (answers.isEmpty()) {
      api.delete(path).send();
      return;
    }
    Json body =
        Json.object("type", "TXT", "ttl", before.ttl(), "answers", Json.list(answers))
            .with("domain", before.name())
            .with("zone", zone.name());
    if (before.exists()) {
      // It sets all answers, and so may come twice.
      api.post(path).json(body).repeatable().send();
    } else {
      api.put(path).json(body).send();
    }
  }

  private static String path(Zone zone, String name) {
    return "/zones/" + zone.id() + "/" + name + "/TXT";
  }
}
