package io.github.certbot4j.apache.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What stands in a section or at the top of a document, in its order. */
public final class NodeList {

  private final ConfigDocument document;
  private final Section owner;
  private final List<Node> nodes = new ArrayList<>();

  NodeList(ConfigDocument document, Section owner) {
    this.document = document;
    this.owner = owner;
  }

  public ConfigDocument document() {
    return document;
  }

  /** The section whose content this is; empty at the top of a document. */
  public Optional<Section> owner() {
    return Optional.ofNullable(owner);
  }

  /** The parts; changes show in it. */
  public List<Node> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /**
   * Adds lines at the end.
   *
   * @param lines complete directives, sections or comments, with LF between them
   */
  public void append(String lines) {
    insert(nodes.size(), lines);
  }

  /** Adds lines at the start, indented as the first directive or section here. */
  public void prepend(String lines) {
    String indent = "";
    for (Node node : nodes) {
      if (!(node instanceof Filler)) {
        indent = node.indent();
        break;
      }
    }
    insert(0, indent + lines.replace("\n", "\n" + indent));
  }

  /** Adds lines at the end that are bytes of another document. */
  public void append(byte[] lines) {
    insertBytes(nodes.size(), new String(lines, StandardCharsets.ISO_8859_1));
  }

  /** Adds lines before a part of this list. */
  public void insertBefore(Node node, String lines) {
    insert(indexOf(node), lines);
  }

  /** Adds lines behind a part of this list. */
  public void insertAfter(Node node, String lines) {
    insert(indexOf(node) + 1, lines);
  }

  /** Takes a part out, with its line end. */
  public void remove(Node node) {
    document.touch();
    nodes.remove(indexOf(node));
  }

  /** Turns a part into a comment, its lines being as they are. */
  public void commentOut(Node node) {
    document.touch();
    int index = indexOf(node);
    StringBuilder text = new StringBuilder("# ");
    node.write(text);
    nodes.remove(index);
    List<Node> comment = document.fragment(text.toString());
    comment.forEach(each -> each.standIn(this));
    nodes.addAll(index, comment);
  }

  private int indexOf(Node node) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) == node) {
        return i;
      }
    }
    throw new IllegalArgumentException("the node is not in this list");
  }

  private void insert(int index, String lines) {
    insertBytes(index, ByteText.encoded(lines));
  }

  private void insertBytes(int index, String lines) {
    document.touch();
    if (index == nodes.size()) {
      endLastLine();
    }
    String text = (lines + "\n").replace("\n", document.lineEnd());
    List<Node> added = document.fragment(text);
    for (Node node : added) {
      node.standIn(this);
    }
    nodes.addAll(index, added);
  }

  /** Sees to it that what is added behind the last line is a line of its own. */
  private void endLastLine() {
    NodeList list = this;
    while (true) {
      if (list.nodes.isEmpty()) {
        if (list.owner != null) {
          list.owner.raw = ended(list.owner.raw);
        }
        return;
      }
      Node last = list.nodes.get(list.nodes.size() - 1);
      if (!(last instanceof Section section)) {
        last.raw = ended(last.raw);
        return;
      }
      if (section.isClosed()) {
        section.endClosingLine(this::ended);
        return;
      }
      list = section.body();
    }
  }

  private String ended(String raw) {
    String end = document.lineEnd();
    String whole = raw.endsWith("\n") ? raw : raw + end;
    boolean continued = LogicalLine.at(whole + end, 0, 0).end() > whole.length();
    return continued ? whole + end : whole;
  }

  void add(Node node) {
    node.standIn(this);
    nodes.add(node);
  }

  void write(StringBuilder out) {
    for (Node node : nodes) {
      node.write(out);
    }
  }
}
