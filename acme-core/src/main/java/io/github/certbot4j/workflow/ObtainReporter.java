package io.github.certbot4j.workflow;

import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.report.Notes;
import io.github.certbot4j.spi.Display;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Tells what {@code certonly} and {@code run} are doing and what came of it. */
public final class ObtainReporter {

  private final Display display;
  private final Notes notes;

  public ObtainReporter(Display display, Notes notes) {
    this.display = display;
    this.notes = notes;
  }

  void starting(Settings settings, List<DomainName> names, boolean renewing) {
    String what =
        settings.get(DecisionOptions.DRY_RUN)
            ? (renewing
                ? "Simulating renewal of an existing certificate"
                : "Simulating a certificate request")
            : (renewing ? "Renewing an existing certificate" : "Requesting a certificate");
    display.line(what + " for " + summary(names));
  }

  void kept() {
    display.framed("Certificate not yet due for renewal; no action taken.");
  }

  /**
   * Tells the end.
   *
   * @param lineage the lineage made or renewed; empty after a rehearsal
   */
  void done(Settings settings, Optional<Lineage> lineage) {
    if (lineage.isEmpty()) {
      notes.add("The dry run was successful.", Notes.Priority.HIGH, false);
      return;
    }
    Lineage made = lineage.get();
    LocalDate ends = LocalDate.ofInstant(made.certificate().notAfter(), ZoneOffset.UTC);
    notes.add(
        "Your certificate and chain have been saved at:\n"
            + made.livePaths().fullchain()
            + "\nYour key file has been saved at:\n"
            + made.livePaths().privkey()
            + "\nYour certificate expires on "
            + ends
            + ". 'certbot renew' renews it, with all others, when it is time; to change it, run"
            + " certbot with 'certonly' again.",
        Notes.Priority.MEDIUM,
        true);
  }

  /**
   * Tells that {@code run} has come to its end.
   *
   * @param domains the names that the server serves with the certificate now
   */
  void installed(List<DomainName> domains, boolean renewed) {
    display.framed(
        (renewed ? "The certificate is renewed and installed for " : "HTTPS is now enabled for ")
            + addresses(domains));
  }

  private static String addresses(List<DomainName> domains) {
    List<String> urls = domains.stream().map(domain -> "https://" + domain).toList();
    int last = urls.size() - 1;
    return switch (urls.size()) {
      case 1 -> urls.get(0);
      case 2 -> urls.get(0) + " and " + urls.get(1);
      default -> String.join(", ", urls.subList(0, last)) + ", and " + urls.get(last);
    };
  }

  /** One name, two names, or the first and how many more. */
  static String summary(List<DomainName> names) {
    return switch (names.size()) {
      case 1 -> names.get(0).ascii();
      case 2 -> names.get(0) + " and " + names.get(1);
      default -> names.get(0) + " and " + (names.size() - 1) + " more domains";
    };
  }
}
