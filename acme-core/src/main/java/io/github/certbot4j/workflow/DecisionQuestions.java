package io.github.certbot4j.workflow;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.plan.Decision;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.List;
import java.util.Optional;

/** Puts the questions that a decision leaves open to the user. */
public final class DecisionQuestions {

  private final Display display;

  public DecisionQuestions(Display display) {
    this.display = display;
  }

  /** The decision with its question answered. */
  Decision settle(Decision decision) {
    if (decision instanceof Decision.AskKeepOrRenew ask) {
      return keepOrRenew(ask);
    }
    if (decision instanceof Decision.AskExpand ask) {
      return expand(ask);
    }
    return decision instanceof Decision.AskNewNames ask ? newNames(ask) : decision;
  }

  private Decision keepOrRenew(Decision.AskKeepOrRenew ask) {
    Question question =
        Question.forced(
            "You have a certificate with exactly these names, and it is not due for renewal yet"
                + " (lineage "
                + ask.lineage()
                + "). What would you like to do?",
            "");
    Optional<Integer> choice =
        display.menu(
            question,
            List.of(
                "Keep the existing certificate for now",
                "Renew and replace it (CAs limit how often this is possible)"),
            Optional.of(0));
    int chosen =
        choice.orElseThrow(
            () ->
                new FailureException(
                    new Failure.Cancelled("Cancelled: the certificate is left as it is.")));
    return chosen == 0 ? ask.keep() : ask.renew();
  }

  private Decision expand(Decision.AskExpand ask) {
    boolean yes =
        display.yesNo(
            Question.forced(
                "Certificate '"
                    + ask.lineage()
                    + "' has some of the requested names: "
                    + joined(ask.present())
                    + ". Replace it by one that has all of them?",
                "--expand"),
            "Expand",
            "Cancel",
            Optional.empty());
    if (!yes) {
      throw FailureException.rejected(
          "Certificate '" + ask.lineage() + "' is left as it is.",
          "To get a separate certificate for the requested names, add --duplicate.");
    }
    return ask.renew();
  }

  private Decision newNames(Decision.AskNewNames ask) {
    boolean yes =
        display.yesNo(
            Question.atTerminal(
                "Certificate '"
                    + ask.lineage()
                    + "' gets other names.\n\nAdded:\n"
                    + listed("+ ", ask.added())
                    + "\nRemoved:\n"
                    + listed("- ", ask.removed())
                    + "\nUpdate it?",
                "--renew-with-new-domains"),
            "Update certificate",
            "Cancel",
            Optional.of(true));
    if (!yes) {
      throw FailureException.rejected(
          "The requested names are not those of certificate '" + ask.lineage() + "'.",
          "Choose another --cert-name, or leave out -d to keep its names.");
    }
    return ask.renew();
  }

  private static String joined(List<DomainName> names) {
    return String.join(", ", names.stream().map(DomainName::ascii).toList());
  }

  private static String listed(String sign, List<DomainName> names) {
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append(sign).append(name).append('\n'));
    return names.isEmpty() ? "(None)\n" : text.toString();
  }
}
