package io.github.certbot4j.lineage;

import io.github.certbot4j.file.ByteOrder;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The renewal configurations in a directory, and the names that their file names stand for. */
final class ConfNames {

  private static final Logger LOG = LoggerFactory.getLogger(ConfNames.class);

  private ConfNames() {}

  /**
   * The file names that end in {@code .conf} and aren't hidden, in byte order.
   *
   * @throws FailureException if the directory is there but can't be read
   */
  static List<String> list(Path renewal) {
    String[] names = renewal.toFile().list();
    if (names == null) {
      names = namesOrReason(renewal);
    }
    List<String> found = new ArrayList<>(names.length);
    for (String name : names) {
      if (name.charAt(0) != '.' && name.endsWith(LineagePaths.CONF_SUFFIX)) {
        found.add(name);
      }
    }
    ByteOrder.sort(found);
    return found;
  }

  /** The lineage that a file is of; empty for a file name that no lineage can have. */
  static Optional<CertName> nameOf(String fileName) {
    int end = fileName.length() - LineagePaths.CONF_SUFFIX.length();
    try {
      return Optional.of(new CertName(fileName.substring(0, end)));
    } catch (FailureException e) {
      LOG.warn("Passed over a renewal configuration: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static String[] namesOrReason(Path renewal) {
    if (!Files.exists(renewal)) {
      return new String[0];
    }
    try (var entries = Files.newDirectoryStream(renewal)) {
      List<String> names = new ArrayList<>();
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
      return names.toArray(String[]::new);
    } catch (IOException e) {
      throw FileTrouble.cannot("list", renewal, e);
    }
  }
}
