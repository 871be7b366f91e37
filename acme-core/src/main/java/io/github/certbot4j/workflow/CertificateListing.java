package io.github.certbot4j.workflow;

import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.KeyType;
import io.github.certbot4j.lineage.Lineage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Describes lineages in the form that scripts have learnt to read. */
final class CertificateListing {

  private final RevocationCheck revocations;
  private final Instant now;

  CertificateListing(RevocationCheck revocations, Instant now) {
    this.revocations = revocations;
    this.now = now;
  }

  void append(StringBuilder out, Lineage lineage) {
    CertificateView certificate = lineage.certificate();
    out.append("  Certificate Name: ").append(lineage.name()).append('\n');
    out.append("    Serial Number: ").append(certificate.serialNumber().toString(16)).append('\n');
    out.append("    Key Type: ")
        .append(certificate.keyType() == KeyType.RSA ? "RSA" : "ECDSA")
        .append('\n');
    out.append("    Domains: ").append(String.join(" ", lineage.names())).append('\n');
    out.append("    Expiry Date: ");
    appendDate(out, certificate.notAfter());
    out.append(" (").append(state(lineage)).append(")\n");
    out.append("    Certificate Path: ").append(lineage.livePaths().fullchain()).append('\n');
    out.append("    Private Key Path: ").append(lineage.livePaths().privkey()).append('\n');
  }

  private String state(Lineage lineage) {
    Instant end = lineage.certificate().notAfter();
    boolean expired = !end.isAfter(now);
    StringBuilder reasons = new StringBuilder();
    if (LineageFactsReader.isFromStaging(lineage)) {
      reasons.append("TEST_CERT");
    }
    if (expired || revocations.isRevoked(lineage)) {
      reasons.append(reasons.length() == 0 ? "" : ", ").append(expired ? "EXPIRED" : "REVOKED");
    }
    return reasons.length() == 0
        ? "VALID: " + left(Duration.between(now, end))
        : "INVALID: " + reasons;
  }

  private static String left(Duration left) {
    long days = left.toDays();
    if (days == 0) {
      return left.toHours() + " hour(s)";
    }
    return days == 1 ? "1 day" : days + " days";
  }

  private static void appendDate(StringBuilder out, Instant moment) {
    LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    out.append(time.toLocalDate()).append(' ');
    twoDigits(out, time.getHour()).append(':');
    twoDigits(out, time.getMinute()).append(':');
    twoDigits(out, time.getSecond()).append("+00:00");
  }

  private static StringBuilder twoDigits(StringBuilder out, int number) {
    return out.append(number < 10 ? "0" : "").append(number);
  }
}
