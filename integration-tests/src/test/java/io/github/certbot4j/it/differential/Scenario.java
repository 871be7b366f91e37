package io.github.certbot4j.it.differential;

import java.util.List;
import java.util.Map;

/**
 * What both programs have to do.
 *
 * @param name a short sentence, unique
 * @param from the name of the base whose directories the scenario starts with; empty for none
 * @param lines shell command lines, in their order
 * @param hosts directories shown by a web server, by host name; no server runs when there are none
 * @param wanted the differences that may and must be found
 */
public record Scenario(
    String name,
    String from,
    List<Line> lines,
    Map<String, String> hosts,
    List<WantedDifference> wanted) {

  /**
   * A shell command line.
   *
   * @param shown whether its standard output is compared, too
   */
  public record Line(String command, boolean shown) {}
}
