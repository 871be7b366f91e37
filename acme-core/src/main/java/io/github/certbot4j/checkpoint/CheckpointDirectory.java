package io.github.certbot4j.checkpoint;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.file.FileTrouble;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints, each a directory named after the time at which it was made: seconds since 1970
 * with a fraction. Anything with another name was not made by either program and is left alone.
 */
final class CheckpointDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointDirectory.class);

  private static final int DIGITS_OF_MICROSECONDS = 6;
  private static final BigDecimal AFTER_A_LATER_ONE = BigDecimal.ONE;
  private static final BigDecimal AFTER_AN_EQUAL_ONE = new BigDecimal("0.01");

  private final Path directory;
  private final AtomicFiles files;

  CheckpointDirectory(Path directory, AtomicFiles files) {
    this.directory = directory;
    this.files = files;
  }

  /** The checkpoints, oldest first. */
  List<Path> list() {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> checkpoints = new ArrayList<>(entries.filter(each -> isTime(name(each))).toList());
      checkpoints.sort(
          Comparator.comparing((Path each) -> new BigDecimal(name(each)))
              .thenComparing(CheckpointDirectory::name));
      return checkpoints;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw FileTrouble.cannot("list", directory, e);
    }
  }

  /** A free place for the next one, whose name is later than those of all others. */
  Path next(Instant now) {
    files.makeDirectories(directory, FileMode.OPEN_DIRECTORY);
    List<Path> earlier = list();
    BigDecimal time = seconds(now);
    if (!earlier.isEmpty()) {
      String newest = name(earlier.get(earlier.size() - 1));
      time = later(time, new BigDecimal(newest));
    }
    return directory.resolve(text(time));
  }

  private static BigDecimal later(BigDecimal time, BigDecimal newest) {
    int order = newest.compareTo(time);
    if (order > 0) {
      LOG.warn("The newest checkpoint is from the future; has the clock been set back?");
      return newest.add(AFTER_A_LATER_ONE);
    }
    return order == 0 ? newest.add(AFTER_AN_EQUAL_ONE) : time;
  }

  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond())
        .add(BigDecimal.valueOf(time.getNano(), 9))
        .setScale(DIGITS_OF_MICROSECONDS, RoundingMode.DOWN);
  }

  /** As Python writes it: no zeros at the end, and one digit after the point at least. */
  private static String text(BigDecimal time) {
    BigDecimal shortest = time.stripTrailingZeros();
    return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
  }

  private static String name(Path checkpoint) {
    return checkpoint.getFileName().toString();
  }

  private static boolean isTime(String name) {
    int points = 0;
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
      boolean innerPoint = each == '.' && i > 0 && i < name.length() - 1 && points++ == 0;
      if (!innerPoint && (each < '0' || each > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
