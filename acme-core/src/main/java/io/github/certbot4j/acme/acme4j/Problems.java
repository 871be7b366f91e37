package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.model.AcmeProblem;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.toolbox.JSON;

/** Reads problem documents (RFC 8555 section 6.7). */
final class Problems {

  private Problems() {}

  /** With the subproblems (section 6.7.1) told in the detail. */
  static AcmeProblem of(Problem problem) {
    List<Problem> parts = problem.getSubProblems();
    StringBuilder detail = new StringBuilder(ownWords(problem));
    for (Problem part : parts) {
      detail.append(detail.isEmpty() ? "" : "; ");
      identifier(part).ifPresent(name -> detail.append(name).append(": "));
      detail.append(ownWords(part));
    }
    Optional<String> name = identifier(problem);
    if (name.isEmpty() && parts.size() == 1) {
      name = identifier(parts.get(0));
    }
    return AcmeProblem.of(type(problem), detail.toString(), name);
  }

  /** acme4j resolves the type against the request's URL, which is of no use to the reader. */
  private static String type(Problem problem) {
    return problem.asJSON().get("type").map(JSON.Value::asString).orElse("about:blank");
  }

  private static String ownWords(Problem problem) {
    return oneLine(problem.getDetail().or(problem::getTitle).orElseGet(() -> type(problem)));
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.toString().strip();
  }

  private static Optional<String> identifier(Problem problem) {
    return problem
        .asJSON()
        .get("identifier")
        .map(JSON.Value::asObject)
        .flatMap(json -> json.get("value").map(JSON.Value::asString));
  }
}
