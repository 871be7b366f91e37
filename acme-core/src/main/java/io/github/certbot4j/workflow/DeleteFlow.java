package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code delete}: removes lineages from this machine; the CA isn't told. */
public final class DeleteFlow {

  private static final Logger LOG = LoggerFactory.getLogger(DeleteFlow.class);

  private final Display display;
  private final UnwindStack unwind;

  public DeleteFlow(Display display, UnwindStack unwind) {
    this.display = display;
    this.unwind = unwind;
  }

  /** Runs the flow for the lineage that is named, or for those that the user picks. */
  public void run(Settings settings, LineageStore lineages) {
    Optional<CertName> named = settings.find(CertificateOptions.CERTNAME);
    List<CertName> chosen = named.isPresent() ? List.of(named.get()) : pick(lineages);
    for (CertName name : chosen) {
      LineageLookup.require(lineages, name);
    }
    boolean sure =
        display.yesNo(
            Question.atTerminal(
                "The following certificate(s) will be deleted from this machine:\n\n"
                    + listed(chosen)
                    + "\nServers that still use them will fail at their next restart. Are you"
                    + " sure?",
                ""),
            "Delete",
            "Cancel",
            Optional.of(true));
    if (!sure) {
      LOG.info("Deletion of certificate(s) cancelled.");
      return;
    }
    chosen.forEach(name -> delete(lineages, name));
  }

  /** Deletes without asking. */
  void delete(LineageStore lineages, CertName name) {
    unwind.uninterrupted(
        () -> {
          lineages.delete(name);
          return name;
        });
    display.line("Deleted all files relating to certificate " + name + ".");
  }

  private List<CertName> pick(LineageStore lineages) {
    List<CertName> names = lineages.names();
    if (names.isEmpty()) {
      throw FailureException.rejected("There are no certificates to delete.", "");
    }
    return display
        .checklist(
            Question.forced("Which certificate(s) would you like to delete?", "--cert-name"),
            names.stream().map(CertName::value).toList(),
            Optional.empty())
        .filter(picked -> !picked.isEmpty())
        .orElseThrow(
            () ->
                FailureException.rejected(
                    "No certificate was chosen.", "Name one with --cert-name."))
        .stream()
        .map(CertName::new)
        .toList();
  }

  private static String listed(List<CertName> names) {
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append("  * ").append(name).append('\n'));
    return text.toString();
  }
}
