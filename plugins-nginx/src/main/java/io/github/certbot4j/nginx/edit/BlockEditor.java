package io.github.certbot4j.nginx.edit;

import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.Comment;
import io.github.certbot4j.nginx.parse.Gap;
import io.github.certbot4j.nginx.parse.Parser;
import io.github.certbot4j.nginx.parse.Piece;
import io.github.certbot4j.nginx.parse.Statement;
import java.util.List;

/**
 * Adds, replaces and takes away statements. Lines that hold none of them stay as they are, a
 * comment always keeps its line end, and what is added is written in the style of the file.
 */
public final class BlockEditor {

  private final Style style;

  public BlockEditor(Style style) {
    this.style = style;
  }

  /** Adds a statement at the end, with the marker. */
  public Statement append(Body body, String statement) {
    int end = end(body);
    boolean newGroup = end > 0 && !endsWithOurs(body, end);
    String gap = style.lineEnd().repeat(newGroup ? 2 : 1) + style.indent(body);
    return put(body, end, gap, statement, true);
  }

  /** Adds a statement in front of all others, with the marker. */
  public Statement prepend(Body body, String statement) {
    return put(body, start(body), style.lineEnd() + style.indent(body), statement, true);
  }

  /** Adds a statement in front of all others, without the marker. */
  public Statement prependUnmarked(Body body, String statement) {
    return put(body, start(body), style.lineEnd() + style.indent(body), statement, false);
  }

  /** Adds a statement on the line behind another one, without the marker. */
  public Statement addAfter(Body body, Statement before, String statement) {
    Statement added = written(statement, style.indent(body));
    addAfter(body, before, added);
    return added;
  }

  /** Adds a statement, laid out as it is, on the line behind another one. */
  public void addAfter(Body body, Statement before, Statement added) {
    int index = endOfLine(body, body.indexOf(before));
    put(body, index, style.lineEnd() + style.indent(body), added, false);
  }

  /** Adds a statement, laid out as it is, on a line behind all others. */
  public void addLast(Body body, Statement added) {
    put(body, end(body), style.lineEnd() + style.indent(body), added, false);
  }

  /** Puts a statement in the place of another, with the marker. */
  public Statement replace(Body body, Statement old, String statement) {
    int index = body.indexOf(old);
    Statement written = written(statement, style.indent(body));
    body.set(index, written);
    if (Marker.indexAfter(body, index) < 0) {
      mark(body, index);
    }
    return written;
  }

  /** Puts a statement in the place of another, as it is. */
  public void replaceUnmarked(Body body, Statement old, String statement) {
    body.set(body.indexOf(old), written(statement, style.indent(body)));
  }

  /** Puts the marker behind a statement that has none. */
  public void mark(Body body, Statement statement) {
    int index = body.indexOf(statement);
    if (Marker.indexAfter(body, index) < 0) {
      mark(body, index);
    }
  }

  /** Takes away the marker of a statement, if it has one. */
  public void unmark(Body body, Statement statement) {
    int marker = Marker.indexAfter(body, body.indexOf(statement));
    if (marker >= 0) {
      body.remove(marker);
      if (body.pieces().get(marker - 1) instanceof Gap gap && !gap.breaksLine()) {
        body.remove(marker - 1);
      }
    }
  }

  /** Takes away a statement with its marker, and its lines if nothing else stands on them. */
  public void remove(Body body, Statement statement) {
    int first = body.indexOf(statement);
    int marker = Marker.indexAfter(body, first);
    int last = Math.max(first, marker);
    for (int i = last; i >= first; i--) {
      body.remove(i);
    }
    closeUp(body, first);
  }

  /** Makes a comment of a statement; what stood on its line behind it stays there. */
  public void commentOut(Body body, Statement statement, String remark) {
    int index = body.indexOf(statement);
    int marker = Marker.indexAfter(body, index);
    StringBuilder text =
        new StringBuilder("# " + statement.headline().replace('\n', ' ') + "; " + remark);
    if (marker < 0 && commentOnLine(body, index) >= 0) {
      marker = commentOnLine(body, index);
      text.append(' ').append(((Comment) body.pieces().get(marker)).text());
    }
    for (int i = marker; i > index; i--) {
      body.remove(i);
    }
    body.set(index, new Comment(text.toString()));
    breakLineAfter(body, index);
  }

  private Statement put(Body body, int index, String gap, String text, boolean marked) {
    return put(body, index, gap, written(text, style.indent(body)), marked);
  }

  private Statement put(Body body, int index, String gap, Statement statement, boolean marked) {
    body.insert(index, new Gap(gap));
    body.insert(index + 1, statement);
    int last = index + 1;
    if (marked) {
      body.insert(index + 2, new Gap(" "));
      body.insert(index + 3, Marker.COMMENT);
      last = index + 3;
    }
    breakLineAfter(body, last);
    return statement;
  }

  private void mark(Body body, int index) {
    body.insert(index + 1, new Gap(" "));
    body.insert(index + 2, Marker.COMMENT);
    breakLineAfter(body, index + 2);
  }

  /** Sees to it that a new line begins behind the piece at this place. */
  private void breakLineAfter(Body body, int index) {
    List<Piece> pieces = body.pieces();
    int next = index + 1;
    if (next == pieces.size()) {
      if (body.parent().isPresent()) {
        body.insert(next, new Gap(style.lineEnd() + style.outerIndent(body)));
      }
    } else if (!(pieces.get(next) instanceof Gap gap)) {
      body.insert(next, new Gap(style.lineEnd() + style.indent(body)));
    } else if (!gap.breaksLine()) {
      boolean last = next + 1 == pieces.size();
      String indent = last ? style.outerIndent(body) : style.indent(body);
      body.set(next, new Gap(style.lineEnd() + indent));
    }
  }

  /** Joins the gaps in front of and behind pieces that were taken from this place. */
  private void closeUp(Body body, int index) {
    List<Piece> pieces = body.pieces();
    boolean before = index > 0 && pieces.get(index - 1) instanceof Gap;
    boolean after = index < pieces.size() && pieces.get(index) instanceof Gap;
    if (!before || !after) {
      return;
    }
    Gap left = (Gap) pieces.get(index - 1);
    Gap right = (Gap) pieces.get(index);
    body.remove(index);
    boolean last = index == pieces.size() && right.breaksLine();
    body.set(index - 1, last ? right : new Gap(joined(left, right)));
  }

  private static String joined(Gap left, Gap right) {
    if (left.breaksLine() && right.breaksLine()) {
      int lineEnd = right.text().indexOf('\n');
      int kept = left.text().lastIndexOf('\n') + 1;
      return left.text().substring(0, kept) + right.text().substring(lineEnd + 1);
    }
    return left.breaksLine() ? left.text() : right.text();
  }

  /** Where a statement goes that is to be the first: behind a comment on the brace's line. */
  private static int start(Body body) {
    int comment = commentOnLine(body, -1);
    return body.parent().isPresent() ? comment + 1 : 0;
  }

  /** The place behind the last piece that isn't a gap. */
  private static int end(Body body) {
    int size = body.pieces().size();
    return size > 0 && body.pieces().get(size - 1) instanceof Gap ? size - 1 : size;
  }

  /** The place behind the statement at this place, its marker and a comment on its line. */
  private static int endOfLine(Body body, int index) {
    int marker = Marker.indexAfter(body, index);
    return Math.max(marker, Math.max(index, commentOnLine(body, index))) + 1;
  }

  /** Where a comment stands on the line of the piece at this place; -1 if there is none. */
  private static int commentOnLine(Body body, int index) {
    List<Piece> pieces = body.pieces();
    int next = index + 1;
    if (next < pieces.size() && pieces.get(next) instanceof Gap gap) {
      if (gap.breaksLine()) {
        return -1;
      }
      next++;
    }
    return next < pieces.size() && pieces.get(next) instanceof Comment ? next : -1;
  }

  private static boolean endsWithOurs(Body body, int end) {
    return body.pieces().get(end - 1) instanceof Comment comment && comment.equals(Marker.COMMENT);
  }

  /** The lines of a statement, given with plain line ends and blocks indented by tabs. */
  private Statement written(String text, String indent) {
    return Parser.statement(
        text.replace("\t", style.step()).replace("\n", style.lineEnd() + indent));
  }
}
