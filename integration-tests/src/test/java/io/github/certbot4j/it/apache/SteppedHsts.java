package io.github.certbot4j.it.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Sandbox;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What certbot remembers of sites whose HSTS grows. */
final class SteppedHsts {
  static final long TWO_DAYS = 172_800;
  private static final Pattern TIMESTAMP = Pattern.compile("(\"timestamp\": *)([0-9.E]+)");

  private final Path file;

  SteppedHsts(Sandbox sandbox) {
    file = sandbox.config().resolve(".pluginstorage.json");
  }

  Path file() {
    return file;
  }

  String text() {
    return FileTree.read(file);
  }

  boolean isEmpty() {
    return !text().contains("laststep");
  }

  void letTwoDaysPass() {
    letPass(TWO_DAYS + 60);
  }

  /** Puts the last step back in time. */
  void letPass(long seconds) {
    String before = text();
    String past =
        TIMESTAMP
            .matcher(before)
            .replaceAll(
                found -> found.group(1) + (long) (Double.parseDouble(found.group(2)) - seconds));
    assertThat(past).as("remembered steps").isNotEqualTo(before);
    FileTree.write(file, past);
  }
}
