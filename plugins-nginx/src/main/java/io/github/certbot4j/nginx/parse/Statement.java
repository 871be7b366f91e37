package io.github.certbot4j.nginx.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A directive: words and then a semicolon, a block of pieces, or a block in another language.
 *
 * <p>Statements are compared by identity. Two that mean the same have equal {@link #meaning()}.
 */
public final class Statement implements Piece {

  private List<Word> words;
  private final String tail;
  private final Body body;
  private final String foreign;

  private Statement(List<Word> words, String tail, Body body, String foreign) {
    this.words = List.copyOf(words);
    this.tail = tail;
    this.body = body;
    this.foreign = foreign;
  }

  static Statement simple(List<Word> words, String tail) {
    return new Statement(words, tail, null, "");
  }

  static Statement block(List<Word> words, String tail) {
    return new Statement(words, tail, new Body(), "");
  }

  /** One whose block isn't nginx's to read; it is given with its braces. */
  static Statement foreign(List<Word> words, String tail, String foreign) {
    return new Statement(words, tail, null, foreign);
  }

  /** The directive's name and its arguments; at least one. */
  public List<Word> words() {
    return words;
  }

  /** The directive's name. */
  public String name() {
    return words.get(0).value();
  }

  /** Whether it is a directive of this name that ends with a semicolon. */
  public boolean isSimple(String name) {
    return body == null && foreign.isEmpty() && name().equals(name);
  }

  /** Whether it is a block of this name. */
  public boolean isBlock(String name) {
    return body != null && name().equals(name);
  }

  /** The values of the words behind the name. */
  public List<String> arguments() {
    List<String> values = new ArrayList<>(words.size());
    for (int i = 1; i < words.size(); i++) {
      values.add(words.get(i).value());
    }
    return values;
  }

  /** What stands between its braces; empty if it has none, or if they hold another language. */
  public Optional<Body> body() {
    return Optional.ofNullable(body);
  }

  /** Takes away arguments, each with what stands before it. */
  public void dropArguments(Predicate<Word> dropped) {
    List<Word> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (i == 0 || !dropped.test(words.get(i))) {
        kept.add(words.get(i));
      }
    }
    words = List.copyOf(kept);
  }

  /** Adds an argument behind the others. */
  public void addArgument(String value) {
    List<Word> more = new ArrayList<>(words);
    more.add(new Word(" ", Word.written(value)));
    words = List.copyOf(more);
  }

  /** Its words as nginx understands them, and those of all in its block, whatever the layout. */
  public List<String> meaning() {
    List<String> out = new ArrayList<>();
    Walk.over(this, new MeaningOf(out));
    return out;
  }

  /** Its words with single blanks between them, for people. */
  public String shown() {
    return ByteText.decoded(headline());
  }

  /** Its words with single blanks between them, as written. */
  public String headline() {
    StringBuilder out = new StringBuilder();
    for (Word word : words) {
      out.append(out.length() == 0 ? "" : " ").append(word.raw());
    }
    return out.toString();
  }

  String head() {
    StringBuilder out = new StringBuilder();
    for (Word word : words) {
      out.append(word.lead()).append(word.raw());
    }
    return out.append(tail)
        .append(body != null ? "{" : foreign.isEmpty() ? ";" : foreign)
        .toString();
  }

  /** Its text, from the first word to the semicolon or the closing brace. */
  @Override
  public String toString() {
    return Walk.text(List.of(this));
  }

  private record MeaningOf(List<String> out) implements Walk.Visitor {

    @Override
    public void enter(Statement statement) {
      out.addAll(List.of(statement.name()));
      out.addAll(statement.arguments());
      out.add(statement.body != null ? "{" : statement.foreign.isEmpty() ? ";" : statement.foreign);
    }

    @Override
    public void leave(Statement statement) {
      out.add("}");
    }
  }
}
