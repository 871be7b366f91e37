package io.github.certbot4j.dns.cloudxns;

import io.github.certbot4j.dns.FoundRecord;
import io.github.certbot4j.dns.RecordService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.TxtRecord;
import io.github.certbot4j.dns.Zone;
import io.github.certbot4j.dns.ZoneLookup;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.http.RestApi;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.util.ArrayList;
import java.util.List;

/** Domains and records at CloudXNS, by its API 2. It says in the body whether it succeeded. */
final class CloudxnsService implements RecordService {

  private static final String SUCCESS = "1";
  private static final String APEX = "@";
  private static final int PAGE = 2000;

  private final RestApi api;
  private final int ttl;

  CloudxnsService(ServiceContext context) {
    this.api =
        context.api(
            "https://www.cloudxns.net/api2",
            new CloudxnsDialect(context.credentials(), context.plugin().waiter()::now));
    this.ttl = context.ttl();
  }

  @Override
  public ZoneLookup zones() {
    return ZoneLookup.fromList(this::list);
  }

  private List<Zone> list() {
    return checked(api.get("/domain").send()).items("data").stream()
        .map(zone -> new Zone(withoutDot(zone.text("domain")), zone.text("id")))
        .toList();
  }

  @Override
  public List<FoundRecord> find(Zone zone, String name) {
    String label = label(zone, name);
    List<FoundRecord> found = new ArrayList<>();
    long total = 1;
    long read = 0;
    while (read < total) {
      Json answer =
          checked(
              api.get("/record/" + zone.id())
                  .query("host_id", 0)
                  .query("offset", read)
                  .query("row_num", PAGE)
                  .send());
      List<Json> page = answer.items("data");
      page.stream()
          .filter(record -> record.text("type").equals("TXT"))
          .filter(record -> record.text("host").equals(label))
          .map(record -> new FoundRecord(record.text("record_id"), record.text("value")))
          .forEach(found::add);
      read += page.size();
      total = page.isEmpty() ? 0 : answer.number("total", 0);
    }
    return found;
  }

  @Override
  public String add(Zone zone, TxtRecord record) {
    Json body =
        Json.object("domain_id", zone.id(), "host", label(zone, record.name()), "type", "TXT")
            .with("value", record.value())
            .with("line_id", 1)
            .with("ttl", ttl);
    return checked(api.post("/record").json(body).send()).items("record_id").get(0).text();
  }

  @Override
  public void delete(Zone zone, String name, FoundRecord record) {
    checked(api.delete("/record/" + record.id() + "/" + zone.id()).send());
  }

  private static Json checked(RestAnswer answer) {
    Json body = answer.json();
    String code = body.text("code");
    if (!code.equals(SUCCESS)) {
      String message = body.text("message", "");
      throw new DnsTroubleException(
          CloudxnsDialect.recognised(
              new DnsTrouble(Kind.REJECTED, answer.status(), code, message, "")));
    }
    return body;
  }

  private static String label(Zone zone, String name) {
    String relative = zone.relative(name);
    return relative.isEmpty() ? APEX : relative;
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
