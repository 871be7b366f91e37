package io.github.certbot4j.dns.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/** Lists that a service hands out in numbered pages. */
public final class Pages {

  private Pages() {}

  /**
   * Asks for one page after the other.
   *
   * @param ask the answer with a page, which are numbered from 1
   * @param count how many pages there are, by any of the answers
   * @return all answers
   */
  public static List<Json> all(IntFunction<Json> ask, ToLongFunction<Json> count) {
    List<Json> answers = new ArrayList<>();
    long pages = 1;
    for (int page = 1; page <= pages; page++) {
      Json answer = ask.apply(page);
      answers.add(answer);
      pages = count.applyAsLong(answer);
    }
    return answers;
  }
}
