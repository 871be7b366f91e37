package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.lineage.BrokenLineage;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageChecks;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.lineage.ReadLineage;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code certificates}: lists lineages with the state of their certificates. */
public final class CertificatesFlow {

  private static final Logger LOG = LoggerFactory.getLogger(CertificatesFlow.class);

  /** So many lineages are verified sooner than threads are started. */
  private static final int FEW = 50;

  private final Display display;
  private final CertificateListing listing;

  public CertificatesFlow(Display display, RevocationCheck revocations, Instant now) {
    this.display = display;
    this.listing = new CertificateListing(revocations, now);
  }

  /** Runs the flow: every configuration is loaded and verified, whatever the filters. */
  public void run(Settings settings, LineageStore lineages) {
    Filter filter =
        new Filter(
            settings.find(CertificateOptions.CERTNAME), settings.get(CertificateOptions.DOMAINS));
    Result result = new Result();
    int threads = Runtime.getRuntime().availableProcessors() - 1;
    try (WorkAhead<CertName, Entry> entries =
        new WorkAhead<>(
            lineages.names(), name -> look(lineages.readListed(name), filter), FEW, threads)) {
      entries.forEachRemaining(result::add);
    }
    display.framedAsIs(text(result.anyValid, filter, result.found, result.invalid));
  }

  private Entry look(ReadLineage read, Filter filter) {
    StringBuilder found = new StringBuilder();
    return new Entry(read, append(found, read.lineage(), filter), found);
  }

  private Optional<String> append(StringBuilder found, LoadedLineage loaded, Filter filter) {
    if (loaded instanceof BrokenLineage broken) {
      return Optional.of(broken.failure().oneLine());
    }
    Lineage lineage = (Lineage) loaded;
    try {
      // Values that can't be used make it invalid, whether they are shown or not.
      lineage.params();
      Optional<String> problem =
          LineageChecks.problem(lineage).map(broken -> broken.failure().oneLine());
      if (problem.isEmpty() && filter.accepts(lineage)) {
        listing.append(found, lineage);
      }
      return problem;
    } catch (FailureException | CryptoException e) {
      found.setLength(0);
      return Optional.of(e.getMessage());
    }
  }

  private static String text(
      boolean anyValid, Filter filter, StringBuilder found, List<String> invalid) {
    if (!anyValid && invalid.isEmpty()) {
      return "No certificates found.";
    }
    List<String> parts = new ArrayList<>();
    if (anyValid) {
      parts.add("Found the following " + (filter.isSet() ? "matching " : "") + "certs:");
      parts.add(found.toString().stripTrailing());
    }
    if (!invalid.isEmpty()) {
      parts.add("\nThe following renewal configurations were invalid:");
      parts.addAll(invalid);
    }
    return String.join("\n", parts);
  }

  /**
   * What was found out about one lineage.
   *
   * @param problem empty if it is valid
   * @param text its part of the listing
   */
  private record Entry(ReadLineage read, Optional<String> problem, StringBuilder text) {}

  /** What was found out about all lineages so far. */
  private static final class Result {

    private final StringBuilder found = new StringBuilder(1000);
    private final List<String> invalid = new ArrayList<>();
    private boolean anyValid;

    void add(Entry entry) {
      LoadedLineage loaded = entry.read().told();
      anyValid |= entry.problem().isEmpty();
      found.append(entry.text());
      if (entry.problem().isPresent()) {
        Path conf = loaded.confPath();
        LOG.warn("Renewal configuration {} is unusable: {}", conf, entry.problem().get());
        invalid.add("  " + conf);
      }
    }
  }

  /**
   * Which lineages are listed.
   *
   * @param names all of which the certificate must have
   */
  private record Filter(Optional<CertName> name, List<DomainName> names) {

    boolean isSet() {
      return name.isPresent() || !names.isEmpty();
    }

    boolean accepts(Lineage lineage) {
      if (name.isPresent() && !name.get().equals(lineage.name())) {
        return false;
      }
      for (DomainName domain : names) {
        if (!lineage.names().contains(domain.ascii())) {
          return false;
        }
      }
      return true;
    }
  }
}
