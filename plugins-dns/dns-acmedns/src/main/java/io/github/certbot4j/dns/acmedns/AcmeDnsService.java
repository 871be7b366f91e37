package io.github.certbot4j.dns.acmedns;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestApi;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.model.FailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registrations at an acme-dns server, each as a zone of one name. A name that has none gets one
 * when its zone is looked for; as all zones are found before the first value is set, the user then
 * learns of all CNAME records at once.
 */
final class AcmeDnsService implements RecordService {

  private static final Logger LOG = LoggerFactory.getLogger(AcmeDnsService.class);
  private static final String LABEL = "_acme-challenge.";

  private final RestApi api;
  private final Registrations registrations;
  private final List<String> wantedAliases = new ArrayList<>();
  private final Map<String, Registration> byZone = new HashMap<>();
  private final Map<String, List<String>> values = new HashMap<>();

  AcmeDnsService(ServiceContext context, Registrations registrations) {
    String url = context.credentials().get(AcmeDnsPlugin.URL);
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.api = context.api(base, new AcmeDnsDialect());
    this.registrations = registrations;
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.byName(this::zone);
  }

  private Optional<Zone> zone(String name) {
    Optional<Registration> target = registrations.withDomain(name);
    if (target.isPresent()) {
      return Optional.of(zone(name, target.get()));
    }
    return name.startsWith(LABEL) ? Optional.of(zone(name, ofValidation(name))) : Optional.empty();
  }

  private Zone zone(String name, Registration registration) {
    byZone.put(registration.subdomain(), registration);
    return new Zone(name, registration.subdomain());
  }

  /** It is asked for only if no alias leads to a registration, as far as could be seen. */
  private Registration ofValidation(String validationName) {
    String name = validationName.substring(LABEL.length());
    Optional<Registration> known = registrations.of(name);
    if (known.isPresent()) {
      LOG.warn(
          "No CNAME record from {} to {} could be seen. Without one the CA will not find the"
              + " challenge.",
          validationName,
          known.get().domain());
      return known.get();
    }
    Registration fresh = Registration.of(api.post("/register").confidential().send().json());
    registrations.put(name, fresh);
    wantedAliases.add(validationName + ". CNAME " + fresh.domain() + ".");
    return fresh;
  }

  /** The server doesn't show what it has. */
  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    return values.getOrDefault(zone.id(), List.of()).stream()
        .map(value -> new FoundRecord(value, value))
        .toList();
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    if (!wantedAliases.isEmpty()) {
      throw FailureException.rejected(
          "Names were registered at the acme-dns server, and their validation names must become"
              + " aliases: "
              + String.join(" ", wantedAliases),
          "Create these CNAME records at the DNS service of the names, then run this again.");
    }
    List<String> set = values.computeIfAbsent(zone.id(), id -> new ArrayList<>());
    try {
      update(zone, record.value());
    } catch (DnsTroubleException e) {
      if (!e.is(Kind.UNAVAILABLE)) {
        throw e;
      }
      // If it arrived, doing it again drives the other of the two values out, which follows then.
      update(zone, record.value());
      set.forEach(value -> update(zone, value));
    }
    set.add(record.value());
    return record.value();
  }

  private void update(Zone zone, String value) {
    Registration registration = byZone.get(zone.id());
    api.post("/update")
        .header("X-Api-User", registration.user())
        .header("X-Api-Key", registration.key())
        .json(Json.object("subdomain", registration.subdomain(), "txt", value))
        .send();
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    LOG.debug("acme-dns removes no values; {} stays at {} until others follow", record, name);
  }
}
