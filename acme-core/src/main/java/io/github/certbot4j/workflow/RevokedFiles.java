package io.github.certbot4j.workflow;

import io.github.certbot4j.config.Settings;
import io.github.certbot4j.config.VerbOptions;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the lineage of a revoked certificate, if that is wanted and safe. */
public final class RevokedFiles {

  private static final Logger LOG = LoggerFactory.getLogger(RevokedFiles.class);

  private final Display display;
  private final DeleteFlow deletion;

  public RevokedFiles(Display display, DeleteFlow deletion) {
    this.display = display;
    this.deletion = deletion;
  }

  /**
   * Asks and deletes.
   *
   * @param certificate the file that was revoked
   * @param named the lineage, when the user named it rather than a file
   */
  void afterRevocation(
      Settings settings, LineageStore lineages, Path certificate, Optional<CertName> named) {
    if (!isWanted(settings)) {
      return;
    }
    CertName name = named.orElseGet(() -> owner(lineages, normal(certificate)));
    if (sharesArchive(lineages, name)) {
      LOG.warn("Not deleting '{}': another certificate uses the same archive directory.", name);
      return;
    }
    deletion.delete(lineages, name);
  }

  private boolean isWanted(Settings settings) {
    Optional<Boolean> given = settings.find(VerbOptions.DELETE_AFTER_REVOKE);
    return given.isPresent()
        ? given.get()
        : display.yesNo(
            Question.forced(
                "Would you like to delete the certificate you just revoked, with all its earlier"
                    + " and later versions?",
                ""),
            "Yes (recommended)",
            "No",
            Optional.of(true));
  }

  private static CertName owner(LineageStore lineages, Path certificate) {
    List<CertName> owners = new ArrayList<>();
    for (LoadedLineage loaded : lineages.loadAll()) {
      if (loaded instanceof Lineage lineage && isOf(lineage, certificate)) {
        owners.add(lineage.name());
      }
    }
    if (owners.size() == 1) {
      return owners.get(0);
    }
    throw FailureException.rejected(
        "The certificate is revoked, but not deleted: "
            + (owners.isEmpty() ? "no" : "more than one")
            + " certificate here has the file "
            + certificate
            + ".",
        "Delete it with 'certbot delete --cert-name', or it will be renewed.");
  }

  private static boolean isOf(Lineage lineage, Path certificate) {
    if (certificate.equals(normal(lineage.livePaths().cert()))
        || certificate.equals(normal(lineage.livePaths().fullchain()))) {
      return true;
    }
    return normal(lineage.archiveDirectory()).equals(certificate.getParent())
        && isNumbered(certificate.getFileName().toString());
  }

  /** Absolute and without detours; links are not followed, for the live ones lead elsewhere. */
  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static boolean isNumbered(String fileName) {
    String rest =
        fileName.startsWith("cert")
            ? fileName.substring("cert".length())
            : fileName.startsWith("fullchain") ? fileName.substring("fullchain".length()) : "";
    if (!rest.endsWith(".pem") || rest.length() == ".pem".length()) {
      return false;
    }
    String number = rest.substring(0, rest.length() - ".pem".length());
    return number.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean sharesArchive(LineageStore lineages, CertName name) {
    Path archive = null;
    List<Lineage> others = new ArrayList<>();
    for (LoadedLineage loaded : lineages.loadAll()) {
      if (loaded instanceof Lineage lineage) {
        if (lineage.name().equals(name)) {
          archive = normal(lineage.archiveDirectory());
        } else {
          others.add(lineage);
        }
      }
    }
    Path own = archive;
    return own != null
        && others.stream().anyMatch(each -> normal(each.archiveDirectory()).equals(own));
  }
}
