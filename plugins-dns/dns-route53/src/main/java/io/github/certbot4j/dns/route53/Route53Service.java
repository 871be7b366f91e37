package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.RecordSetService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ValueChange;
import io.github.certbot4j.dns.WrittenSets;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ListHostedZonesResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Zones and record sets at Route 53. */
final class Route53Service implements RecordSetService<Route53Set> {

  private static final Logger LOG = LoggerFactory.getLogger(Route53Service.class);

  private final AwsCalls aws;
  private final long ttl;
  private final Queue<String> pending = new ConcurrentLinkedQueue<>();
  private final WrittenSets<ResourceRecordSet> written;

  Route53Service(ServiceContext context, WrittenSets<ResourceRecordSet> written) {
    this.aws = new AwsCalls(context);
    this.ttl = context.ttl();
    this.written = written;
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.fromList(this::list);
  }

  private List<Zone> list() {
    List<Zone> zones = new ArrayList<>();
    Optional<String> marker = Optional.empty();
    do {
      String start = marker.orElse(null);
      ListHostedZonesResponse page =
          aws.call(client -> client.listHostedZones(request -> request.marker(start)));
      if (!page.hasHostedZones()) {
        throw DnsTrouble.badResponse("the answer has no list of hosted zones");
      }
      page.hostedZones().stream()
          .filter(Route53Service::isPublic)
          .map(this::zone)
          .forEach(zones::add);
      marker =
          Boolean.TRUE.equals(page.isTruncated())
              ? Optional.of(page.nextMarker())
              : Optional.empty();
    } while (marker.isPresent());
    return zones;
  }

  private static boolean isPublic(HostedZone zone) {
    return zone.config() == null || !Boolean.TRUE.equals(zone.config().privateZone());
  }

  private Zone zone(HostedZone zone) {
    return new Zone(plain(zone.name()), zone.id());
  }

  /** In lower case and without the final dot. */
  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  @Override
  public Route53Set read(Zone zone, String name) {
    return new Route53Set(name, written.read(zone, name, () -> fetch(zone, name)));
  }

  /** Asked for one set from the name on, the service answers with the next there is. */
  private Optional<ResourceRecordSet> fetch(Zone zone, String name) {
    Optional<ResourceRecordSet> set =
        aws
            .call(
                client ->
                    client.listResourceRecordSets(
                        request ->
                            request
                                .hostedZoneId(zone.id())
                                .startRecordName(name)
                                .startRecordType(RRType.TXT)
                                .maxItems("1")))
            .resourceRecordSets()
            .stream()
            .filter(each -> each.type() == RRType.TXT && plain(each.name()).equals(name))
            .findFirst();
    if (set.isPresent() && set.get().setIdentifier() != null) {
      throw new DnsTroubleException(
          DnsTrouble.of(
                  Kind.REJECTED,
                  "the TXT records at " + name + " have a routing policy and can't be added to")
              .withHint("Replace them by records with simple routing, or remove them."));
    }
    return set;
  }

  @Override
  public void write(Zone zone, Route53Set before, ValueChange change) {
    List<String> values = change.quotedAfter(before);
    if (values.isEmpty()) {
      delete(zone, before);
      written.remove(zone, before.name());
      return;
    }
    ResourceRecordSet after =
        before
            .asRead()
            .map(ResourceRecordSet::toBuilder)
            .orElseGet(
                () -> ResourceRecordSet.builder().name(before.name()).type(RRType.TXT).ttl(ttl))
            .resourceRecords(
                values.stream()
                    .map(value -> ResourceRecord.builder().value(value).build())
                    .toList())
            .build();
    String id = submit(zone, ChangeAction.UPSERT, after);
    written.put(zone, before.name(), after);
    if (!change.added().isEmpty()) {
      pending.add(id);
    }
  }

  private void delete(Zone zone, Route53Set before) {
    try {
      submit(zone, ChangeAction.DELETE, before.asRead().orElseThrow());
    } catch (DnsTroubleException e) {
      // What can't be read can't be compared either: gone is gone.
      if (!written.isBlind() || !e.trouble().message().contains(AwsFault.NOT_FOUND)) {
        throw e;
      }
    }
  }

  /** The id of the change. */
  private String submit(Zone zone, ChangeAction action, ResourceRecordSet set) {
    Change change = Change.builder().action(action).resourceRecordSet(set).build();
    String id =
        aws.write(
                client ->
                    client
                        .changeResourceRecordSets(
                            request ->
                                request
                                    .hostedZoneId(zone.id())
                                    .changeBatch(
                                        batch ->
                                            batch
                                                .comment("certbot4j, dns-01 challenge")
                                                .changes(change)))
                        .changeInfo())
            .map(info -> info.id())
            .orElseThrow(() -> DnsTrouble.badResponse("the answer has no id of the change"));
    LOG.debug("{} of {} is change {}", action, set.name(), id);
    return id;
  }

  @Override
  public boolean isInSync() {
    while (!pending.isEmpty()) {
      String id = pending.element();
      ChangeStatus status =
          aws.call(client -> client.getChange(request -> request.id(id)).changeInfo().status());
      LOG.debug("Change {} is {}", id, status);
      if (status != ChangeStatus.INSYNC) {
        return false;
      }
      pending.remove();
    }
    return true;
  }
}
