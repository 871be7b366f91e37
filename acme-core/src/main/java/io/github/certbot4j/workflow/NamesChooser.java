package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the names that a certificate is wanted for. */
public final class NamesChooser {

  private static final String FLAG = "--domains";

  private final Display display;

  public NamesChooser(Display display) {
    this.display = display;
  }

  /**
   * The names given, those that the installer's configuration serves as far as the user picks them,
   * or those that the user types.
   *
   * @param lineageKnown whether an existing lineage is named, whose own names will do
   * @return empty only if {@code lineageKnown}
   */
  List<DomainName> choose(Attempt attempt, boolean lineageKnown) {
    List<DomainName> given = attempt.settings().get(CertificateOptions.DOMAINS);
    if (!given.isEmpty() || lineageKnown) {
      return given;
    }
    Optional<CertName> missing = attempt.settings().find(CertificateOptions.CERTNAME);
    if (missing.isPresent()) {
      throw FailureException.rejected(
          "There is no certificate named '" + missing.get() + "'.",
          "Name the domains with -d to obtain it, or see 'certbot certificates'.");
    }
    Set<DomainName> served =
        attempt.installer().map(named -> named.installer().allNames()).orElse(Set.of());
    return ask(served);
  }

  /** The names given, or those that the user picks or types. */
  List<DomainName> choose(Settings settings, Installer installer) {
    List<DomainName> given = settings.get(CertificateOptions.DOMAINS);
    return given.isEmpty() ? ask(installer.allNames()) : given;
  }

  private List<DomainName> ask(Set<DomainName> served) {
    return served.isEmpty() ? typed() : picked(served);
  }

  private List<DomainName> picked(Set<DomainName> served) {
    List<DomainName> sorted = new ArrayList<>(served);
    sorted.sort(DomainOrder.BY_REGISTERED_NAME);
    Optional<List<String>> picked =
        display.checklist(
            Question.forced("For which names is the certificate?", FLAG),
            sorted.stream().map(DomainName::ascii).toList(),
            Optional.empty());
    return picked.filter(names -> !names.isEmpty()).orElseThrow(NamesChooser::noNames).stream()
        .map(DomainName::parse)
        .toList();
  }

  private List<DomainName> typed() {
    String text = "For which names is the certificate? Separate several with commas or blanks";
    while (true) {
      Optional<String> answer = display.input(Question.forced(text, FLAG), Optional.empty());
      List<DomainName> names = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      for (String name : answer.orElseThrow(NamesChooser::noNames).split("[,\\s]+")) {
        parse(name, names, problems);
      }
      if (problems.isEmpty() && !names.isEmpty()) {
        return names.stream().distinct().toList();
      }
      problems.forEach(display::line);
      boolean again =
          display.yesNo(
              Question.forced("Would you like to type the names again?", ""),
              "Yes",
              "No",
              Optional.empty());
      if (!again) {
        throw noNames();
      }
    }
  }

  private static void parse(String name, List<DomainName> names, List<String> problems) {
    if (name.isEmpty()) {
      return;
    }
    try {
      names.add(DomainName.parse(name));
    } catch (FailureException e) {
      problems.add(e.getMessage());
    }
  }

  private static FailureException noNames() {
    return FailureException.rejected(
        "No names to get a certificate for.",
        "Give --domains, or --cert-name with an existing certificate, or an --installer whose"
            + " configuration names some.");
  }
}
