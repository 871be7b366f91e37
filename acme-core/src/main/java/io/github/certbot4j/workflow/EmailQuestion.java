package io.github.certbot4j.workflow;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for the e-mail address of an account until it gets a plausible one. */
final class EmailQuestion {

  private final Display display;

  EmailQuestion(Display display) {
    this.display = display;
  }

  /** The addresses of an option that holds several between commas. */
  static List<String> split(String option) {
    List<String> emails = new ArrayList<>();
    for (String email : option.split(",")) {
      if (!email.isBlank()) {
        emails.add(email.strip());
      }
    }
    return List.copyOf(emails);
  }

  /**
   * Asks.
   *
   * @param optional whether an account without address is possible, which is then explained
   * @throws FailureException when the user cancels or nobody can answer
   */
  List<String> ask(boolean optional) {
    String text =
        "At which e-mail address may the CA reach you about urgent renewals and security?";
    while (true) {
      Optional<String> answer = display.input(Question.forced(text, "--email"), Optional.empty());
      if (answer.isEmpty()) {
        throw FailureException.rejected(
            "An e-mail address is needed.",
            optional
                ? "Give --email, or --register-unsafely-without-email to do without."
                : "Give --email.");
      }
      if (isPlausible(answer.get().strip())) {
        return List.of(answer.get().strip());
      }
      text =
          "That does not look like an e-mail address. Which one is it?"
              + (optional
                  ? " To register without one, cancel and use --register-unsafely-without-email."
                  : "");
    }
  }

  private static boolean isPlausible(String email) {
    int at = email.indexOf('@');
    if (at < 1 || at != email.lastIndexOf('@') || at == email.length() - 1) {
      return false;
    }
    if (email.startsWith(".") || email.contains("..")) {
      return false;
    }
    for (int i = 0; i < email.length(); i++) {
      char c = email.charAt(i);
      boolean allowed = Character.isLetterOrDigit(c) && c < 128;
      allowed |= "@.-".indexOf(c) >= 0 || (i < at && "_%+".indexOf(c) >= 0);
      if (!allowed) {
        return false;
      }
    }
    return true;
  }
}
