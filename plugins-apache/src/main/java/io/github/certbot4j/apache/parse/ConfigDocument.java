package io.github.certbot4j.apache.parse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One file of configuration. Directives that weren't edited are written back as the bytes that they
 * were read from, in whatever encoding and with whatever line ends.
 */
public final class ConfigDocument {

  private final Path file;
  private final String lineEnd;
  private final NodeList top = new NodeList(this, null);
  private byte[] written;
  private boolean touched;

  private ConfigDocument(Path file, byte[] content, String lineEnd) {
    this.file = file;
    this.written = content;
    this.lineEnd = lineEnd;
  }

  /**
   * Reads a document.
   *
   * @param file where the content comes from, for messages
   * @throws ConfigSyntaxException when sections aren't closed in the order they were opened
   */
  public static ConfigDocument parse(Path file, byte[] content) {
    byte[] own = content.clone();
    String text = new String(own, StandardCharsets.ISO_8859_1);
    int feed = text.indexOf('\n');
    boolean windows = feed > 0 && text.charAt(feed - 1) == '\r';
    ConfigDocument document = new ConfigDocument(file, own, windows ? "\r\n" : "\n");
    new DocumentBuilder(document, document.top).read(text);
    return document;
  }

  public Path file() {
    return file;
  }

  /** What isn't in a section. */
  public NodeList top() {
    return top;
  }

  /** The file's content with all edits. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder(written.length + 256);
    top.write(out);
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether there are edits since it was read, or since {@link #markWritten}. */
  public boolean isChanged() {
    return touched && !Arrays.equals(written, bytes());
  }

  /** Whether these are the bytes that were read, or written last. */
  public boolean isWritten(byte[] content) {
    return Arrays.equals(written, content);
  }

  /** Notes that the file on disk has all edits now. */
  public void markWritten() {
    written = bytes();
    touched = false;
  }

  /** What its lines end in: LF or CRLF. */
  public String lineEnd() {
    return lineEnd;
  }

  void touch() {
    touched = true;
  }

  /** The nodes of lines that are added. */
  List<Node> fragment(String text) {
    NodeList list = new NodeList(this, null);
    new DocumentBuilder(this, list).read(text);
    return list.nodes();
  }
}
