package io.github.certbot4j.apache.config;

import io.github.certbot4j.apache.parse.ConfigDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents of a configuration, each read once, whatever name leads to it. */
public final class ConfigFiles {

  private final Map<Path, ConfigDocument> documents = new HashMap<>();

  /**
   * The document of a file that exists.
   *
   * @throws io.github.certbot4j.apache.parse.ConfigSyntaxException when it can't be understood
   * @throws io.github.certbot4j.model.FailureException when it can't be read
   */
  public ConfigDocument document(Path file) {
    try {
      Path real = file.toRealPath();
      ConfigDocument known = documents.get(real);
      if (known == null) {
        known = ConfigDocument.parse(real, content(real));
        documents.put(real, known);
      }
      return known;
    } catch (IOException e) {
      throw ApacheTrouble.of(
          "The configuration file " + file + " cannot be read: " + e + ".",
          "Check its permissions.");
    }
  }

  private static byte[] content(Path real) throws IOException {
    // A device such as /dev/null may be included, and a pipe would be waited for without end.
    return Files.isRegularFile(real) ? Files.readAllBytes(real) : new byte[0];
  }

  /** Those with edits that aren't on disk. */
  public List<ConfigDocument> changed() {
    return documents.values().stream().filter(ConfigDocument::isChanged).toList();
  }

  /** Forgets all, with their edits. */
  public void forget() {
    documents.clear();
  }
}
