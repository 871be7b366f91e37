package io.github.certbot4j.nginx.load;

import io.github.certbot4j.nginx.edit.BlockEditor;
import io.github.certbot4j.nginx.edit.Style;
import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.nginx.parse.Parser;
import io.github.certbot4j.nginx.parse.SyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** One file of a configuration, as it is on disk and as it is being changed. */
public final class ConfigFile {

  private final Path path;
  private final Body body;
  private String saved;
  private BlockEditor editor;

  private ConfigFile(Path path, String text, Body body) {
    this.path = path;
    this.saved = text;
    this.body = body;
  }

  static ConfigFile parse(Path path, byte[] bytes) throws SyntaxException {
    String text = ByteText.of(bytes);
    return new ConfigFile(path, text, Parser.parse(text));
  }

  /** Where it lies, absolute, as it was included: maybe through a symbolic link. */
  public Path path() {
    return path;
  }

  public Body body() {
    return body;
  }

  /** What changes it, in its own style. */
  public BlockEditor editor() {
    if (editor == null) {
      editor = new BlockEditor(Style.of(body));
    }
    return editor;
  }

  /** The new content, if it is another than on disk. */
  public Optional<byte[]> unsaved() {
    if (editor == null) {
      return Optional.empty();
    }
    String now = body.toString();
    return now.equals(saved) ? Optional.empty() : Optional.of(ByteText.bytes(now));
  }

  /** The content on disk, as far as we know. */
  public byte[] saved() {
    return ByteText.bytes(saved);
  }

  /** Notes that the content on disk is this one now. */
  public void markSaved() {
    saved = body.toString();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
