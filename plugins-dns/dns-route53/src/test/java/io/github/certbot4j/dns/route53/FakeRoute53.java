package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeProvider;
import io.github.certbot4j.dns.contract.FakeRecord;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.contract.FakeZone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Route 53's API of 2013-04-01; checks the signature of each request. */
public final class FakeRoute53 extends FakeProvider {

  public static final String ACCESS_KEY = "AKIAFAKEFAKEFAKEFAKE";
  public static final String SECRET_KEY = "fake/Secret+Key1234567890abcdefghijklmno";

  private static final String BASE = "/2013-04-01/";
  private static final int PAGE = 100;

  private final Map<String, Integer> polls = new HashMap<>();
  private final Set<String> privateZones = new HashSet<>();
  private final Set<String> routed = new HashSet<>();
  private int pollsUntilSync;
  private boolean listingForbidden;
  private int changes;

  public FakeRoute53() {
    super("route53.amazonaws.com", "sts.us-east-1.amazonaws.com");
    zones().idsMadeBy(number -> "Z%013d".formatted(number));
    route("GET", BASE + "hostedzone", (request, parts) -> zones(request));
    route("GET", BASE + "hostedzone/{id}/rrset", this::sets);
    route("POST", BASE + "hostedzone/{id}/rrset/?", this::change);
    route("GET", BASE + "change/{id}", (request, parts) -> status(parts.get(0)));
    route("POST", "/", (request, parts) -> FakeSts.answer(request));
  }

  /** Lets changes take this many looks before they are in sync. */
  public void pendFor(int looks) {
    pollsUntilSync = looks;
  }

  /** Makes it a zone of somebody's own network. */
  public void hide(FakeZone zone) {
    privateZones.add(zone.id());
  }

  /** Has the credentials lack the right to read record sets. */
  public void forbidListing() {
    listingForbidden = true;
  }

  /** Gives the TXT records at a name a routing policy. */
  public void makeWeighted(String name) {
    routed.add(name);
  }

  static FakeAnswer error(int status, String code, String message) {
    return xml(
        status,
        "ErrorResponse",
        "<Error>"
            + Xml.tag("Type", "Sender")
            + Xml.tag("Code", code)
            + Xml.tag("Message", message)
            + "</Error>"
            + Xml.tag("RequestId", "b25f48e8-84fd-11e6-80d9-574e0c4664cb"));
  }

  private static FakeAnswer xml(int status, String root, String content) {
    return FakeAnswer.text(
        status,
        "text/xml",
        "<?xml version=\"1.0\"?>\n<%s xmlns=\"%s\">%s</%s>"
            .formatted(root, Xml.NAMESPACE, content, root));
  }

  @Override
  protected Optional<FakeAnswer> refuse(FakeRequest request) {
    if (FakeSts.isAnonymous(request)) {
      return Optional.empty();
    }
    Optional<SignatureCheck> found = SignatureCheck.of(request);
    if (found.isEmpty()) {
      return Optional.of(error(403, "MissingAuthenticationToken", "Missing Authentication Token"));
    }
    SignatureCheck signature = found.get();
    String scope = request.host().startsWith("sts.") ? "us-east-1/sts" : "us-east-1/route53";
    if (!signature.scope().equals(scope)) {
      throw new FakeRequest.Strictness("signed for " + signature.scope());
    }
    String token = request.header("X-Amz-Security-Token");
    boolean temporary = signature.accessKey().equals(FakeSts.ACCESS_KEY);
    if (!temporary && !signature.accessKey().equals(ACCESS_KEY)
        || temporary && !token.equals(FakeSts.TOKEN)) {
      return Optional.of(
          error(
              403,
              "InvalidClientTokenId",
              "The security token included in the request is invalid."));
    }
    return signature.isMadeWith(temporary ? FakeSts.SECRET_KEY : SECRET_KEY)
        ? Optional.empty()
        : Optional.of(
            error(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match. The Canonical String should"
                    + " have been x-amz-security-token:"
                    + token));
  }

  private FakeAnswer zones(FakeRequest request) {
    request.allowQuery("marker", "maxitems");
    List<FakeZone> all = zones().all();
    String marker = request.query("marker", "");
    int start = 0;
    while (start < all.size() && !marker.isEmpty() && !all.get(start).id().equals(marker)) {
      start++;
    }
    int end = Math.min(all.size(), start + PAGE);
    StringBuilder list = new StringBuilder();
    for (FakeZone zone : all.subList(start, end)) {
      list.append("<HostedZone>").append(Xml.tag("Id", "/hostedzone/" + zone.id()));
      list.append(Xml.tag("Name", zone.name() + ".")).append(Xml.tag("CallerReference", "ref"));
      list.append("<Config>");
      list.append(Xml.tag("PrivateZone", String.valueOf(privateZones.contains(zone.id()))));
      list.append("</Config></HostedZone>");
    }
    boolean more = end < all.size();
    return xml(
        200,
        "ListHostedZonesResponse",
        "<HostedZones>"
            + list
            + "</HostedZones>"
            + Xml.tag("IsTruncated", String.valueOf(more))
            + (more ? Xml.tag("NextMarker", all.get(end).id()) : "")
            + Xml.tag("MaxItems", String.valueOf(PAGE)));
  }

  private FakeAnswer sets(FakeRequest request, List<String> parts) {
    request.allowQuery("name", "type", "maxitems");
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    if (zone.isEmpty()) {
      return noZone(parts.get(0));
    }
    if (listingForbidden) {
      return forbidden("ListResourceRecordSets", zone.get());
    }
    String start = sortKey(request.query("name", ""), request.query("type", ""));
    List<FakeRecord> sorted =
        zone.get().records().stream()
            .sorted(Comparator.comparing(record -> sortKey(record.name(), record.type())))
            .filter(record -> sortKey(record.name(), record.type()).compareTo(start) >= 0)
            .toList();
    String set =
        sorted.isEmpty() ? "" : set(zone.get(), sorted.get(0).name(), sorted.get(0).type());
    return xml(
        200,
        "ListResourceRecordSetsResponse",
        "<ResourceRecordSets>"
            + set
            + "</ResourceRecordSets>"
            + Xml.tag("IsTruncated", "false")
            + Xml.tag("MaxItems", "1"));
  }

  /** Names sort by their labels from the right. */
  private static String sortKey(String name, String type) {
    List<String> labels = new ArrayList<>(List.of(name.split("\\.")));
    Collections.reverse(labels);
    return String.join("\0", labels) + "\0\0" + type;
  }

  private String set(FakeZone zone, String name, String type) {
    StringBuilder set = new StringBuilder("<ResourceRecordSet>");
    set.append(Xml.tag("Name", name + ".")).append(Xml.tag("Type", type));
    if (routed.contains(name)) {
      set.append(Xml.tag("SetIdentifier", "blue")).append(Xml.tag("Weight", "1"));
    }
    List<FakeRecord> records = zone.at(name, type);
    set.append(Xml.tag("TTL", String.valueOf(records.get(0).ttl()))).append("<ResourceRecords>");
    for (FakeRecord record : records) {
      String value = type.equals("TXT") ? '"' + record.value() + '"' : record.value();
      set.append("<ResourceRecord>").append(Xml.tag("Value", value)).append("</ResourceRecord>");
    }
    return set.append("</ResourceRecords></ResourceRecordSet>").toString();
  }

  private FakeAnswer change(FakeRequest request, List<String> parts) {
    Optional<FakeZone> zone = zones().byId(parts.get(0));
    if (zone.isEmpty()) {
      return noZone(parts.get(0));
    }
    if (zone.get().isReadOnly()) {
      return forbidden("ChangeResourceRecordSets", zone.get());
    }
    Xml batch = Xml.parse(request.body(), "ChangeResourceRecordSetsRequest").at("ChangeBatch");
    for (Xml change : batch.at("Changes").all("Change")) {
      Optional<FakeAnswer> refusal =
          apply(zone.get(), change.text("Action"), change.at("ResourceRecordSet"));
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    String id = "C%d".formatted(++changes);
    polls.put(id, pollsUntilSync);
    return info("ChangeResourceRecordSetsResponse", id);
  }

  private Optional<FakeAnswer> apply(FakeZone zone, String action, Xml set) {
    ChangedSet changed = ChangedSet.of(set, zone);
    if (!changed.isQuoted()) {
      return Optional.of(
          error(400, "InvalidChangeBatch", "[Invalid Resource Record: CharacterStringError]"));
    }
    if (action.equals("DELETE")) {
      String problem = changed.differenceFrom(zone);
      if (!problem.isEmpty()) {
        return Optional.of(
            error(
                400,
                "InvalidChangeBatch",
                "[Tried to delete resource record set [name='%s.', type='TXT'] but %s]"
                    .formatted(changed.name(), problem)));
      }
      zone.removeAt(changed.name(), "TXT");
      return Optional.empty();
    }
    if (!action.equals("UPSERT")) {
      throw new FakeRequest.Strictness("the action " + action);
    }
    zone.removeAt(changed.name(), "TXT");
    for (String value : changed.plainValues()) {
      zone.put(new FakeRecord(zones().newId(), "TXT", changed.name(), value, changed.ttl()));
    }
    return Optional.empty();
  }

  private FakeAnswer status(String id) {
    if (!polls.containsKey(id)) {
      return error(404, "NoSuchChange", "Could not find resource with ID: " + id);
    }
    polls.computeIfPresent(id, (key, looks) -> Math.max(0, looks - 1));
    return info("GetChangeResponse", id);
  }

  private FakeAnswer info(String root, String id) {
    return xml(
        200,
        root,
        "<ChangeInfo>"
            + Xml.tag("Id", "/change/" + id)
            + Xml.tag("Status", polls.get(id) == 0 ? "INSYNC" : "PENDING")
            + Xml.tag("SubmittedAt", "2026-11-22T00:46:56.000Z")
            + "</ChangeInfo>");
  }

  private static FakeAnswer noZone(String id) {
    return error(404, "NoSuchHostedZone", "No hosted zone found with ID: " + id);
  }

  private static FakeAnswer forbidden(String action, FakeZone zone) {
    return error(
        403,
        "AccessDenied",
        "User: arn:aws:iam::123456789012:user/certbot is not authorized to perform: route53:%s on resource: arn:aws:route53:::hostedzone/%s"
            .formatted(action, zone.id()));
  }
}
