package io.github.certbot4j.webserver;

import io.github.certbot4j.crypto.Digests;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.file.LinkEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with the server's TLS settings that configurations include, and that this program brings
 * up to date for as long as nobody else changes it. What an administrator changed stays.
 */
public final class OptionFile {

  private static final Logger LOG = LoggerFactory.getLogger(OptionFile.class);

  private static final FileMode OPEN_FILE = FileMode.exactly(0644);

  private final Path file;
  private final Path digestFile;
  private final Set<String> known;
  private final AtomicFiles files;

  /**
   * One such file.
   *
   * @param file where it is
   * @param digestFile keeps the digest of the newest version that the administrator was told of
   * @param known the SHA-256 digests, in lower-case hexadecimal digits, of all versions that this
   *     program or the original ever wrote
   */
  public OptionFile(Path file, Path digestFile, Set<String> known) {
    this(file, digestFile, known, new AtomicFiles());
  }

  OptionFile(Path file, Path digestFile, Set<String> known, AtomicFiles files) {
    this.file = file;
    this.digestFile = digestFile;
    this.known = Set.copyOf(known);
    this.files = files;
  }

  /**
   * Writes the version that is right now, unless somebody changed the file; then there is one
   * warning for each new version.
   *
   * @param content the version for the server as it is found
   * @throws io.github.certbot4j.model.FailureException if a file can't be read or written
   */
  public void install(byte[] content) {
    String wanted = Digests.sha256Hex(content);
    Path end = LinkEnd.of(file);
    if (!Files.exists(end)) {
      write(end, content, OPEN_FILE, wanted);
      return;
    }
    String found = Digests.sha256Hex(read(end));
    if (found.equals(wanted)) {
      return;
    }
    if (known.contains(found)) {
      write(end, content, FileMode.of(end), wanted);
    } else if (!noted().equals(Optional.of(wanted))) {
      note(wanted);
      LOG.warn(
          "{} was changed by hand and is left as it is, though there is a newer version. To get"
              + " that, move the file away and run this again.",
          file);
    }
  }

  private void write(Path end, byte[] content, FileMode mode, String digest) {
    files.makeDirectories(end.getParent(), FileMode.OPEN_DIRECTORY);
    files.replace(end, content, mode);
    note(digest);
  }

  private void note(String digest) {
    files.replace(digestFile, digest.getBytes(StandardCharsets.US_ASCII), OPEN_FILE);
  }

  private Optional<String> noted() {
    return Files.exists(digestFile)
        ? Optional.of(new String(read(digestFile), StandardCharsets.US_ASCII).strip())
        : Optional.empty();
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw FileTrouble.cannot("read", path, e);
    }
  }
}
