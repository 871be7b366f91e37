package io.github.certbot4j.file;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Tells what the system's refusal to read or write a file means for a person. */
public final class FileTrouble {

  private FileTrouble() {}

  /**
   * A failure for an operation that the system refused.
   *
   * @param doing the operation as it follows "cannot", such as {@code write}
   * @param path what it should have happened to
   */
  public static FailureException cannot(String doing, Path path, IOException cause) {
    String reason = reason(cause);
    return new FailureException(
        new Failure.Environment(
            "Cannot " + doing + " " + path + ": " + reason + ".", advice(reason, path), false),
        cause);
  }

  /** Why the system refused, in a few words that begin with a small letter. */
  public static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "it exists already";
    }
    if (cause instanceof NotDirectoryException) {
      return "it is not a directory";
    }
    String text = cause instanceof FileSystemException fs ? fs.getReason() : cause.getMessage();
    if (text == null || text.isEmpty()) {
      return "the system gave no reason";
    }
    String systemText = inParentheses(text);
    return systemText.substring(0, 1).toLowerCase(Locale.ROOT) + systemText.substring(1);
  }

  /** Old stream classes put the path first and the reason in parentheses after it. */
  private static String inParentheses(String text) {
    int open = text.lastIndexOf(" (");
    return open > 0 && text.endsWith(")") ? text.substring(open + 2, text.length() - 1) : text;
  }

  private static String advice(String reason, Path path) {
    return switch (reason) {
      case "permission denied", "operation not permitted" ->
          "Run this as root, or choose directories of your own with --config-dir, --work-dir and"
              + " --logs-dir.";
      case "no space left on device", "disk quota exceeded" ->
          "Make room on the file system of " + path.getParent() + " and run the command again.";
      case "read-only file system" ->
          "Mount the file system writable, or choose other directories with --config-dir,"
              + " --work-dir and --logs-dir.";
      case "too many open files" -> "Raise the limit of open files (ulimit -n).";
      default -> "";
    };
  }
}
