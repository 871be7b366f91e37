package io.github.certbot4j.ini;

/**
 * Finds for each position of a value where an item that begins there has to end so that all that
 * follows can be read. Walks from the end to the start, hence in linear time however odd the text.
 */
final class ItemEnds {

  static final int UNREADABLE = -1;

  private final String text;
  private final int from;
  private final int to;
  private final int[] ends;

  private final Quotes singles = new Quotes();
  private final Quotes doubles = new Quotes();
  private int stop;
  private boolean stopReadable = true;

  /** The nearest closing quotes seen so far. */
  private static final class Quotes {
    private int beforeComma = UNREADABLE;
    private int beforeEnd = UNREADABLE;
  }

  ItemEnds(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.ends = new int[to - from + 1];
    this.stop = to;
  }

  /** Ends by start, both counted in the text but the start from {@code from}. */
  int[] find() {
    ends[to - from] = to;
    for (int at = to - 1; at >= from; at--) {
      switch (text.charAt(at)) {
        case '\'' -> passQuote(at, singles);
        case '"' -> passQuote(at, doubles);
        case ',' -> {
          ends[at - from] = UNREADABLE;
          stop = at;
          stopReadable = isFollowedByItem(at);
        }
        case '#' -> {
          ends[at - from] = at;
          stop = at;
          stopReadable = true;
        }
        default -> ends[at - from] = stopReadable ? stop : UNREADABLE;
      }
    }
    return ends;
  }

  private void passQuote(int at, Quotes quotes) {
    int closing = quotes.beforeComma == UNREADABLE ? quotes.beforeEnd : quotes.beforeComma;
    ends[at - from] = closing == UNREADABLE ? UNREADABLE : closing + 1;
    if (isFollowedByItem(at + 1)) {
      quotes.beforeComma = at;
    } else if (Blanks.endsHere(text, at + 1, to)) {
      quotes.beforeEnd = at;
    }
  }

  /** Whether blanks, a comma and then something readable, perhaps nothing, follow. */
  private boolean isFollowedByItem(int at) {
    int comma = Blanks.skip(text, at, to);
    return comma < to
        && text.charAt(comma) == ','
        && ends[Blanks.skip(text, comma + 1, to) - from] != UNREADABLE;
  }
}
