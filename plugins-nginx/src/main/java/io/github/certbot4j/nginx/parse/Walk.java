package io.github.certbot4j.nginx.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Goes through statements and all that is in their blocks, in the order of the text. It needs no
 * more stack for deeper blocks.
 */
public final class Walk {

  private Walk() {}

  /** What to do on the way. */
  public interface Visitor {

    /** Called for each statement, before those in its block. */
    void enter(Statement statement);

    /** Called for each statement with a block, after those in it. */
    default void leave(Statement statement) {}

    /** Called for each gap and comment. */
    default void between(Piece piece) {}
  }

  private record Level(Statement statement, Iterator<Piece> rest) {}

  /** Visits a statement and what is in it. */
  public static void over(Statement statement, Visitor visitor) {
    over(List.of(statement), visitor);
  }

  /** Visits all of a file or block. */
  public static void over(Body body, Visitor visitor) {
    over(body.pieces(), visitor);
  }

  private static void over(List<? extends Piece> pieces, Visitor visitor) {
    Deque<Level> open = new ArrayDeque<>();
    Iterator<? extends Piece> current = pieces.iterator();
    while (true) {
      if (!current.hasNext()) {
        if (open.isEmpty()) {
          return;
        }
        Level done = open.pop();
        visitor.leave(done.statement());
        current = done.rest();
        continue;
      }
      Piece piece = current.next();
      if (!(piece instanceof Statement statement)) {
        visitor.between(piece);
        continue;
      }
      visitor.enter(statement);
      if (statement.body().isPresent()) {
        @SuppressWarnings("unchecked")
        Iterator<Piece> rest = (Iterator<Piece>) current;
        open.push(new Level(statement, rest));
        current = statement.body().get().pieces().iterator();
      }
    }
  }

  static String text(List<? extends Piece> pieces) {
    StringBuilder out = new StringBuilder();
    over(pieces, new TextOf(out));
    return out.toString();
  }

  private record TextOf(StringBuilder out) implements Visitor {

    @Override
    public void enter(Statement statement) {
      out.append(statement.head());
    }

    @Override
    public void leave(Statement statement) {
      out.append('}');
    }

    @Override
    public void between(Piece piece) {
      if (piece instanceof Gap gap) {
        out.append(gap.text());
      } else if (piece instanceof Comment comment) {
        out.append(comment.text());
      }
    }
  }
}
