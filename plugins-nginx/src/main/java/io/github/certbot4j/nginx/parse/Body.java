package io.github.certbot4j.nginx.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The pieces of a file or a block, in their order. */
public final class Body {

  private final List<Piece> pieces = new ArrayList<>();
  private Body parent;

  Body() {}

  /** The pieces; a view that changes with them. */
  public List<Piece> pieces() {
    return Collections.unmodifiableList(pieces);
  }

  /** The statements, without those in deeper blocks. */
  public List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Statement statement) {
        statements.add(statement);
      }
    }
    return statements;
  }

  /** The body of the file or block that this one's block stands in; empty for that of a file. */
  public Optional<Body> parent() {
    return Optional.ofNullable(parent);
  }

  /** Where a piece stands. */
  public int indexOf(Piece piece) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) == piece) {
        return i;
      }
    }
    throw new IllegalArgumentException("not in this body: " + piece);
  }

  /** Puts a piece in front of the one that is at this place, or at the end. */
  public void insert(int index, Piece piece) {
    pieces.add(index, piece);
    adopt(piece);
  }

  /** Puts a piece in the place of another. */
  public void set(int index, Piece piece) {
    pieces.set(index, piece);
    adopt(piece);
  }

  /** Takes a piece away. */
  public void remove(int index) {
    pieces.remove(index);
  }

  void add(Piece piece) {
    insert(pieces.size(), piece);
  }

  private void adopt(Piece piece) {
    if (piece instanceof Statement statement) {
      statement.body().ifPresent(body -> body.parent = this);
    }
  }

  /** The text that was read, as far as it was not changed. */
  @Override
  public String toString() {
    return Walk.text(pieces);
  }
}
