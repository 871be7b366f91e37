package io.github.certbot4j.nginx.edit;

import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.Comment;
import io.github.certbot4j.nginx.parse.Gap;
import io.github.certbot4j.nginx.parse.Piece;
import io.github.certbot4j.nginx.parse.Statement;
import java.util.List;

/** The comment behind a statement that says who wrote it, by which a later run recognises it. */
public final class Marker {

  static final Comment COMMENT = new Comment("# managed by Certbot");

  private static final String TEXT = " managed by Certbot";

  private Marker() {}

  /** A statement with the comment behind it. */
  public static String behind(String statement) {
    return statement + " " + COMMENT.text();
  }

  /** Whether the statement is followed by the comment, maybe on the next line. */
  public static boolean isOn(Body body, Statement statement) {
    return indexAfter(body, body.indexOf(statement)) >= 0;
  }

  /** Where the comment is that belongs to the statement at this place; -1 if there is none. */
  static int indexAfter(Body body, int statement) {
    List<Piece> pieces = body.pieces();
    int next = statement + 1;
    if (next < pieces.size() && pieces.get(next) instanceof Gap) {
      next++;
    }
    boolean found =
        next < pieces.size()
            && pieces.get(next) instanceof Comment comment
            && comment.text().contains(TEXT);
    return found ? next : -1;
  }
}
