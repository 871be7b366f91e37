package io.github.certbot4j.nginx.edit;

import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.Gap;
import io.github.certbot4j.nginx.parse.Piece;
import io.github.certbot4j.nginx.parse.Statement;
import io.github.certbot4j.nginx.parse.Walk;
import java.util.List;

/**
 * How a file is laid out.
 *
 * @param lineEnd what its lines end with
 * @param step by how much blocks are indented
 */
public record Style(String lineEnd, String step) {

  private static final String USUAL_STEP = "    ";

  /** The style of a file: that of its first line end and of its first indented block. */
  public static Style of(Body file) {
    Finder finder = new Finder();
    Walk.over(file, finder);
    return new Style(
        finder.lineEnd.isEmpty() ? "\n" : finder.lineEnd,
        finder.step.isEmpty() ? USUAL_STEP : finder.step);
  }

  /** The blanks that statements of a body begin their lines with. */
  String indent(Body body) {
    String found = firstIndent(body);
    if (found != null) {
      return found;
    }
    return body.parent().map(parent -> indent(parent) + step).orElse("");
  }

  /** The blanks that the line begins with on which a body's closing brace belongs. */
  String outerIndent(Body body) {
    return body.parent().map(this::indent).orElse("");
  }

  /** How the first line with something on it begins; null if all is on the line of the brace. */
  private static String firstIndent(Body body) {
    List<Piece> pieces = body.pieces();
    for (int i = 1; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Statement
          && pieces.get(i - 1) instanceof Gap gap
          && gap.breaksLine()) {
        return gap.indent();
      }
    }
    return null;
  }

  private static final class Finder implements Walk.Visitor {

    private String lineEnd = "";
    private String step = "";

    @Override
    public void enter(Statement statement) {
      if (step.isEmpty() && statement.body().isPresent()) {
        Body body = statement.body().get();
        String inner = firstIndent(body);
        String outer = body.parent().map(Style::firstIndent).orElse("");
        if (inner != null) {
          String base = outer == null ? "" : outer;
          step = inner.startsWith(base) ? inner.substring(base.length()) : "";
        }
      }
    }

    @Override
    public void between(Piece piece) {
      if (lineEnd.isEmpty() && piece instanceof Gap gap && gap.breaksLine()) {
        int at = gap.text().indexOf('\n');
        lineEnd = at > 0 && gap.text().charAt(at - 1) == '\r' ? "\r\n" : "\n";
      }
    }
  }
}
