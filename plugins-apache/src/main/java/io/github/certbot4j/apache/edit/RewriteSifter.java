package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.parse.Directive;
import io.github.certbot4j.apache.parse.Filler;
import io.github.certbot4j.apache.parse.Node;
import io.github.certbot4j.apache.parse.NodeList;
import io.github.certbot4j.apache.parse.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Comments out rewrite rules that lead to HTTPS, with the conditions before them: in a copy for
 * HTTPS they would redirect without end.
 */
final class RewriteSifter {

  private static final String WHY =
      "# The rewrite rules that are commented out below lead to HTTPS. In this copy of the\n"
          + "# virtual host, which is for HTTPS, they could redirect without end.\n";

  private boolean sifted;

  /** Whether any rule was commented out. */
  boolean hasSifted() {
    return sifted;
  }

  void sift(NodeList list) {
    List<Node> chunk = new ArrayList<>();
    for (Node node : List.copyOf(list.nodes())) {
      if (node instanceof Section section) {
        chunk.clear();
        sift(section.body());
      } else if (node instanceof Directive directive) {
        chunk = next(list, chunk, directive);
      } else if (!chunk.isEmpty()) {
        chunk.add(node);
      }
    }
  }

  private List<Node> next(NodeList list, List<Node> chunk, Directive directive) {
    if (directive.is("RewriteCond") || !chunk.isEmpty()) {
      chunk.add(directive);
    }
    if (!directive.is("RewriteRule")) {
      return chunk;
    }
    if (leadsToHttps(directive)) {
      commentOut(list, chunk.isEmpty() ? List.of(directive) : chunk);
    }
    return new ArrayList<>();
  }

  private static boolean leadsToHttps(Directive rule) {
    List<String> words = rule.arguments();
    return words.size() > 1 && words.get(1).startsWith("https://");
  }

  private void commentOut(NodeList list, List<Node> chunk) {
    if (!sifted) {
      list.insertBefore(chunk.get(0), WHY);
      sifted = true;
    }
    for (Node node : chunk) {
      if (!(node instanceof Filler)) {
        list.commentOut(node);
      }
    }
  }
}
