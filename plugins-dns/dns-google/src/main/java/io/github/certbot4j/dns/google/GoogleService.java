package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.RecordSetService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ValueChange;
import io.github.certbot4j.dns.WrittenSets;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestApi;
import io.github.certbot4j.dns.http.RestCall;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Zones and record sets at Google Cloud DNS, by its API v1. */
final class GoogleService implements RecordSetService<GoogleSet> {

  private static final String BASE = "https://dns.googleapis.com/dns/v1/projects/";

  private final ServiceContext context;
  private final WrittenSets<Json> written;
  private final Queue<String> pending = new ConcurrentLinkedQueue<>();
  private RestApi opened;

  GoogleService(ServiceContext context, WrittenSets<Json> written) {
    this.context = context;
    this.written = written;
  }

  /** Made when it is needed first: the project may have to be asked for. */
  private synchronized RestApi api() {
    if (opened == null) {
      GoogleAccount account = new GoogleAccounts(context).choose();
      String project =
          context
              .plugin()
              .options()
              .find(GooglePlugin.PROJECT)
              .filter(text -> !text.isBlank())
              .or(account::project)
              .orElseThrow(GoogleService::noProject);
      opened = context.api(BASE + RestCall.encoded(project), new GoogleDialect(account));
    }
    return opened;
  }

  private static DnsTroubleException noProject() {
    return new DnsTroubleException(
        DnsTrouble.of(Kind.BAD_CREDENTIALS, "the credentials belong to no project")
            .withHint("Name the project with --dns-google-project."));
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::find);
  }

  private Optional<Zone> find(String name) {
    return pages("/managedZones", "managedZones", "dnsName", name + ".").stream()
        .filter(zone -> zone.text("dnsName").equals(name + "."))
        .filter(zone -> zone.text("visibility", "public").equals("public"))
        .findFirst()
        .map(zone -> new Zone(name, zone.text("id")));
  }

  /** The items of all pages of a list; an empty list may be left out by the service. */
  private List<Json> pages(String path, String list, String... query) {
    List<Json> items = new ArrayList<>();
    String page = "";
    do {
      RestCall call = api().get(path);
      for (int i = 0; i < query.length; i += 2) {
        call.query(query[i], query[i + 1]);
      }
      if (!page.isEmpty()) {
        call.query("pageToken", page);
      }
      Json answer = call.send().json();
      if (!answer.isObject() || answer.find("kind").isEmpty() && answer.find(list).isEmpty()) {
        throw DnsTrouble.badResponse("the answer has no '" + list + "'");
      }
      answer.find(list).ifPresent(found -> items.addAll(found.items()));
      page = answer.text("nextPageToken", "");
    } while (!page.isEmpty());
    return items;
  }

  @Override
  public GoogleSet read(Zone zone, String name) {
    return new GoogleSet(name, written.read(zone, name, () -> fetch(zone, name)));
  }

  private Optional<Json> fetch(Zone zone, String name) {
    Optional<Json> set =
        pages(path(zone) + "/rrsets", "rrsets", "name", name + ".", "type", "TXT").stream()
            .filter(each -> each.text("name").equals(name + "."))
            .filter(each -> each.text("type").equals("TXT"))
            .findFirst();
    if (set.flatMap(each -> each.find("routingPolicy")).isPresent()) {
      throw new DnsTroubleException(
          DnsTrouble.of(
                  Kind.REJECTED,
                  "the TXT records at " + name + " have a routing policy and can't be added to")
              .withHint("Replace them by records without one, or remove them."));
    }
    return set;
  }

  @Override
  public void write(Zone zone, GoogleSet before, ValueChange change) {
    List<String> values = change.quotedAfter(before);
    long ttl = before.ttl(context.ttl());
    Json body = Json.object();
    if (before.asRead().isPresent()) {
      body = body.with("deletions", Json.list(List.of(before.with(before.values(), ttl))));
    }
    Json after = before.with(values, ttl);
    if (!values.isEmpty()) {
      body = body.with("additions", Json.list(List.of(after)));
    }
    // Done twice it is a conflict, and what is there is read again.
    Json answer = api().post(path(zone) + "/changes").json(body).repeatable().send().json();
    if (values.isEmpty()) {
      written.remove(zone, before.name());
    } else {
      written.put(zone, before.name(), after);
    }
    String id = answer.text("id");
    if (!change.added().isEmpty() && !isDone(answer)) {
      pending.add(path(zone) + "/changes/" + RestCall.encoded(id));
    }
  }

  @Override
  public boolean isInSync() {
    while (!pending.isEmpty()) {
      if (!isDone(api().get(pending.element()).send().json())) {
        return false;
      }
      pending.remove();
    }
    return true;
  }

  private static boolean isDone(Json change) {
    return change.text("status").equals("done");
  }

  private static String path(Zone zone) {
    return "/managedZones/" + RestCall.encoded(zone.id());
  }
}
