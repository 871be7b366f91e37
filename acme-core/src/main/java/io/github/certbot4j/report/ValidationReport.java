package io.github.certbot4j.report;

import io.github.certbot4j.order.FailedValidation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains which names a CA could not validate, why, and what to look at. */
public final class ValidationReport {

  private ValidationReport() {}

  /** The explanation: names grouped by kind of error, each group with its advice. */
  public static String of(List<FailedValidation> failures) {
    Map<String, List<FailedValidation>> byType = new LinkedHashMap<>();
    for (FailedValidation failure : failures) {
      byType.computeIfAbsent(failure.problem().type(), type -> new ArrayList<>()).add(failure);
    }
    StringBuilder text = new StringBuilder(200);
    text.append("The following errors were reported by the server:\n");
    byType.forEach((type, group) -> append(text, type, group));
    return text.toString().stripTrailing();
  }

  private static void append(StringBuilder text, String type, List<FailedValidation> group) {
    for (FailedValidation failure : group) {
      text.append("\nDomain: ").append(failure.domain()).append('\n');
      text.append("Type:   ").append(type).append('\n');
      text.append("Detail: ").append(failure.problem().detail()).append('\n');
    }
    String advice = advice(type);
    if (!advice.isEmpty()) {
      text.append('\n').append(advice).append('\n');
    }
  }

  private static String advice(String type) {
    return switch (type) {
      case "connection" ->
          "The CA must be able to reach this machine under that name. Check that the name's A and"
              + " AAAA records point here, that port 80 is open in every firewall on the way, and"
              + " that the server answers there during the challenge.";
      case "dns", "unknownHost" ->
          "The name could not be looked up. Check its spelling, that the domain is registered and"
              + " delegated, and that it has an A or AAAA record, or the TXT record of a dns-01"
              + " challenge.";
      case "dnssec" ->
          "The name's DNSSEC signatures are not valid. Have them repaired, or the DS record at the"
              + " registry removed, before trying again.";
      case "unauthorized", "incorrectResponse" ->
          "The CA got an answer, but not the expected one. Check that the name's A and AAAA records"
              + " point to this machine, that the web root or the DNS zone is the right one, and"
              + " that no redirect or proxy answers instead.";
      case "tls" ->
          "The server under that name has a problem with TLS. If plain HTTP redirects to HTTPS,"
              + " the HTTPS side must work, too.";
      case "caa" ->
          "A CAA record of the domain names other CAs only. Add this CA to it, or remove it.";
      case "malformed" ->
          "The CA took the answer or the request for malformed. Look for a program between the CA"
              + " and this machine that changes traffic, and keep this program up to date.";
      case "serverInternal" -> "The CA had a fault of its own. Try again later.";
      case "rateLimited" ->
          "Too many requests lately. Wait as the CA says, and try with --staging.";
      default -> "";
    };
  }
}
