package io.github.certbot4j.lineage;

import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.CertificatePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lineage as it was when it was loaded: four live links that lead to existing files.
 *
 * <p>Versions and certificates are read when first asked for, each file once. After a change by
 * {@link LineageStore} go on with the lineage that it returns. For use by one thread at a time.
 */
public final class Lineage implements LoadedLineage {

  private static final Logger LOG = LoggerFactory.getLogger(Lineage.class);

  private final CertName name;
  private final LineagePaths paths;
  private final RenewalConf conf;
  private final Map<Kind, LiveLink> links;
  private final Map<Kind, String> texts = new EnumMap<>(Kind.class);
  private final Map<Kind, List<ArchiveVersion>> versions = new EnumMap<>(Kind.class);

  /** What lies beside the certificate in use, and what that tells; null until asked for. */
  private ArchiveListing listing;

  private Boolean settled;
  private CertificateView inUse;
  private CertificateView latest;

  Lineage(CertName name, LineagePaths paths, RenewalConf conf, Map<Kind, LiveLink> links) {
    this.name = name;
    this.paths = paths;
    this.conf = conf;
    this.links = new EnumMap<>(links);
  }

  @Override
  public CertName name() {
    return name;
  }

  @Override
  public Path confPath() {
    return paths.conf();
  }

  public RenewalConf conf() {
    return conf;
  }

  /** The same as {@link RenewalConf#params()}. */
  public StoredParams params() {
    return conf.params();
  }

  /** The four live links, which servers are configured with. */
  public CertificatePaths livePaths() {
    return paths.live().forServers();
  }

  /** The directory that its configuration names for its versions. */
  public Path archiveDirectory() {
    return paths.archive();
  }

  /** The version that a live link leads to; empty if its target isn't named like one. */
  public Optional<ArchiveVersion> currentVersion(Kind kind) {
    return link(kind).version();
  }

  /** The versions of one kind that lie where its live link leads to, lowest first. */
  public List<ArchiveVersion> availableVersions(Kind kind) {
    return List.copyOf(versions().get(kind));
  }

  /** The greatest version that all four kinds have. */
  public Optional<ArchiveVersion> latestCommonVersion() {
    return isSettled() ? currentVersion(Kind.CERT) : ArchiveListing.latestCommon(versions());
  }

  /**
   * The number for the next version: one more than that of any file there is, so that what an
   * interrupted run left is never taken for a part of it.
   */
  public ArchiveVersion nextFreeVersion() {
    int greatest = ArchiveListing.of(paths.archive()).greatest();
    for (List<ArchiveVersion> ofKind : versions().values()) {
      if (!ofKind.isEmpty()) {
        greatest = Math.max(greatest, ofKind.get(ofKind.size() - 1).number());
      }
    }
    return new ArchiveVersion(Math.max(greatest, 0) + 1);
  }

  /** Whether a complete version is newer than what some live link leads to. */
  public boolean hasPendingDeployment() {
    if (isSettled()) {
      return false;
    }
    Optional<ArchiveVersion> newest = latestCommonVersion();
    if (newest.isEmpty()) {
      return false;
    }
    for (LiveLink link : links.values()) {
      Optional<ArchiveVersion> current = link.version();
      if (current.isPresent() && current.get().compareTo(newest.get()) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the file of a version lies or would lie, beside the one in use. */
  public Path path(Kind kind, ArchiveVersion version) {
    return link(kind).target().resolveSibling(kind.archiveName(version));
  }

  /**
   * The certificate in use.
   *
   * @throws FailureException if the file can't be read or holds no certificate
   */
  public CertificateView certificate() {
    if (inUse == null) {
      inUse = parsed(link(Kind.CERT).target(), read(Kind.CERT));
    }
    return inUse;
  }

  /**
   * The certificate of the latest complete version, by which it is decided whether the lineage is
   * due; the one in use if there is no complete version.
   *
   * @throws FailureException if the file can't be read or holds no certificate
   */
  public CertificateView latestCertificate() {
    if (latest == null) {
      latest = isSettled() ? certificate() : certificateOfLatestVersion();
    }
    return latest;
  }

  private CertificateView certificateOfLatestVersion() {
    Optional<ArchiveVersion> newest = latestCommonVersion();
    if (newest.isEmpty() || newest.equals(currentVersion(Kind.CERT))) {
      return certificate();
    }
    Path file = path(Kind.CERT, newest.get());
    return parsed(file, read(file));
  }

  /**
   * The names in the certificate in use: its common name if it has one, then the others in order.
   *
   * @throws FailureException if the certificate can't be read
   */
  public List<String> names() {
    return certificate().names();
  }

  /**
   * The content of a file in use.
   *
   * @throws FailureException if it can't be read
   */
  public String read(Kind kind) {
    String known = texts.get(kind);
    if (known == null) {
      known = read(link(kind).target());
      texts.put(kind, known);
    }
    return known;
  }

  /**
   * How long before its end the certificate is to be renewed, if the lineage says so itself.
   * Unreadable text counts as 30 days, with a warning.
   */
  public Optional<RenewBefore> renewBefore() {
    Optional<String> text = conf.renewBeforeExpiry();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(RenewBefore.parseOrDefault(text.get(), paths.conf()));
  }

  /**
   * Reads what tells whether it is due, so that it is at hand when asked for. If that can't be
   * read, whoever asks for it is told.
   */
  void readAhead() {
    try {
      latestCertificate();
    } catch (FailureException e) {
      LOG.debug("Not read ahead: {}", e.getMessage());
    }
  }

  LineagePaths paths() {
    return paths;
  }

  /** In the order of {@link Kind}. */
  Collection<LiveLink> links() {
    return links.values();
  }

  LiveLink link(Kind kind) {
    return links.get(kind);
  }

  private static CertificateView parsed(Path file, String text) {
    try {
      return CertificateView.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (CryptoException e) {
      throw FailureException.storage(
          file + ": " + e.getMessage(),
          "Restore the file from a copy, or delete the lineage and issue it again.");
    }
  }

  private static String read(Path file) {
    try {
      return new String(FileText.bytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw FileTrouble.cannot("read", file, e);
    }
  }

  /**
   * Whether all links lead to one version, and no file of a later one lies there. So it is between
   * renewals, when an archive of years needn't be sorted by kinds.
   */
  private boolean isSettled() {
    if (settled == null) {
      settled = allLinksLeadToTheGreatest();
    }
    return settled;
  }

  private boolean allLinksLeadToTheGreatest() {
    if (paths.live().directories().size() > 1) {
      return false;
    }
    LiveLink first = link(Kind.CERT);
    int number = first.number();
    for (LiveLink link : links.values()) {
      if (link.number() != number || !link.leadsWhere(first)) {
        return false;
      }
    }
    return number != ArchiveVersion.NOT_A_VERSION && listing().greatest() == number;
  }

  private ArchiveListing listing() {
    if (listing == null) {
      listing = ArchiveListing.of(link(Kind.CERT).targetDirectory());
    }
    return listing;
  }

  private Map<Kind, List<ArchiveVersion>> versions() {
    if (versions.isEmpty()) {
      Path directory = link(Kind.CERT).targetDirectory();
      ArchiveListing ofDirectory = listing();
      for (LiveLink link : links.values()) {
        if (!link.targetDirectory().equals(directory)) {
          directory = link.targetDirectory();
          ofDirectory = ArchiveListing.of(directory);
        }
        versions.put(link.kind(), ofDirectory.of(link.kind()));
      }
    }
    return versions;
  }

  @Override
  public String toString() {
    return "lineage " + name;
  }
}
