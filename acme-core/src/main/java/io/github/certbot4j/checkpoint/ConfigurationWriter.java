package io.github.certbot4j.checkpoint;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.file.LinkEnd;
import io.github.certbot4j.file.StagedFile;
import io.github.certbot4j.file.StepListener;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a plugin's pending edits so that they can be taken back. Only what differs is written and
 * recorded; each file is replaced in one step and keeps its owner, its permissions and the links
 * that lead to it.
 */
public final class ConfigurationWriter {

  private static final FileMode NEW_FILE = FileMode.exactly(0644);

  private final FileCheckpoints checkpoints;
  private final AtomicFiles files;

  public ConfigurationWriter(FileCheckpoints checkpoints) {
    this(checkpoints, StepListener.NONE);
  }

  /** The same, telling a listener about each change on disk. */
  public ConfigurationWriter(FileCheckpoints checkpoints, StepListener listener) {
    this.checkpoints = checkpoints;
    this.files = new AtomicFiles(listener);
  }

  /**
   * Writes files. New ones, which everybody may read, come first, as existing ones may refer to
   * them; their directories must exist.
   *
   * @param edits the whole new content of each file
   * @param notes what people will find in the journal; left out if no file differs
   * @return whether any file differed
   * @throws FailureException if a file or its directory can't be written to; then none is changed,
   *     unless the disk failed in between: the caller has {@link FileCheckpoints#recover} or {@link
   *     FileCheckpoints#revertTemporary} called in any case
   */
  public boolean write(ChangeKind kind, Map<Path, byte[]> edits, String notes) {
    Map<Path, byte[]> created = new LinkedHashMap<>();
    Map<Path, byte[]> changed = new LinkedHashMap<>();
    for (Map.Entry<Path, byte[]> edit : edits.entrySet()) {
      sortIn(LinkEnd.of(edit.getKey()), edit.getValue(), created, changed);
    }
    if (created.isEmpty() && changed.isEmpty()) {
      return false;
    }
    changed.keySet().forEach(ConfigurationWriter::requireWritable);
    created.keySet().forEach(ConfigurationWriter::requireWritableDirectory);
    checkpoints.backUp(kind, changed.keySet(), notes);
    if (!created.isEmpty()) {
      checkpoints.registerNewFiles(kind, created.keySet());
    }
    writeAll(created, changed);
    return true;
  }

  /**
   * Makes a symbolic link, such as one that enables a site. The announcement comes first.
   *
   * @param target the text of the link
   * @throws FailureException if there is something in its place
   */
  public void link(ChangeKind kind, Path link, Path target) {
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
      throw FailureException.rejected(
          "There is something else in the place of the link " + link + ".", "Move it away.");
    }
    requireWritableDirectory(link);
    checkpoints.registerNewFiles(kind, List.of(link));
    files.link(link, target);
  }

  private static void sortIn(
      Path file, byte[] content, Map<Path, byte[]> created, Map<Path, byte[]> changed) {
    byte[] other = created.getOrDefault(file, changed.get(file));
    if (other != null && !Arrays.equals(other, content)) {
      throw new IllegalArgumentException("two different edits of " + file);
    }
    if (!Files.exists(file)) {
      created.put(file, content);
    } else if (!Arrays.equals(read(file), content)) {
      changed.put(file, content);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw FileTrouble.cannot("read", file, e);
    }
  }

  private void writeAll(Map<Path, byte[]> created, Map<Path, byte[]> changed) {
    List<StagedFile> staged = new ArrayList<>();
    try {
      created.forEach((file, content) -> staged.add(files.stage(file, content, NEW_FILE)));
      changed.forEach((file, content) -> staged.add(files.stage(file, content, FileMode.of(file))));
      for (StagedFile each : staged) {
        if (!each.replaceUnlessMounted()) {
          files.overwrite(each.target(), changed.get(each.target()));
        }
      }
      staged.stream().map(each -> each.target().getParent()).distinct().forEach(files::force);
    } finally {
      staged.forEach(StagedFile::close);
    }
  }

  private static void requireWritable(Path file) {
    requireWritableDirectory(file);
    require(Files.isWritable(file), file.toString());
  }

  private static void requireWritableDirectory(Path file) {
    require(Files.isWritable(file.getParent()), "the directory " + file.getParent());
  }

  private static void require(boolean writable, String what) {
    if (!writable) {
      throw new FailureException(
          new Failure.Environment(
              "Cannot change " + what + ": it is missing, protected or on a read-only file system.",
              "Run this as root, or make it writable.",
              false));
    }
  }
}
