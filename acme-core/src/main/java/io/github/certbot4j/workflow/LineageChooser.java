package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.List;
import java.util.Optional;

/** Finds the one lineage that a verb works with. */
public final class LineageChooser {

  private static final String FLAG = "--cert-name";

  private final Display display;

  public LineageChooser(Display display) {
    this.display = display;
  }

  /**
   * The lineage that the settings name, or the one that the user picks.
   *
   * @throws FailureException when there is none or it is broken
   */
  Lineage choose(Settings settings, LineageStore lineages, String question) {
    Optional<CertName> named = settings.find(CertificateOptions.CERTNAME);
    return LineageLookup.usable(
        lineages, named.isPresent() ? named.get() : picked(lineages, question));
  }

  private CertName picked(LineageStore lineages, String question) {
    List<CertName> names = lineages.names();
    if (names.isEmpty()) {
      throw FailureException.rejected(
          "There are no certificates yet.", "Obtain one with 'certbot certonly'.");
    }
    return display
        .menu(
            Question.forced(question, FLAG),
            names.stream().map(CertName::value).toList(),
            Optional.empty())
        .map(names::get)
        .orElseThrow(
            () ->
                FailureException.rejected(
                    "No certificate was chosen.", "Name one with " + FLAG + "."));
  }
}
