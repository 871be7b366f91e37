package io.github.certbot4j.cli.option;

import io.github.certbot4j.ini.CliIniFile;
import io.github.certbot4j.ini.IniSyntaxException;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Environment;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configuration files of a run: the machine's, the user's, and one given on the command line.
 * Where the first two lie doesn't depend on {@code --config-dir}.
 */
public final class ConfigFiles {

  /** The directory of the machine's file on an installed system. */
  public static final Path SYSTEM_DIRECTORY = Path.of("/etc/letsencrypt");

  private static final String FILE_NAME = "cli.ini";

  private final Path systemDirectory;
  private final Environment environment;

  /**
   * Looks for files when asked.
   *
   * @param systemDirectory where the machine's file lies, see {@link #SYSTEM_DIRECTORY}
   * @param environment tells the user's directories
   */
  public ConfigFiles(Path systemDirectory, Environment environment) {
    this.systemDirectory = systemDirectory;
    this.environment = environment;
  }

  /**
   * One file that was read.
   *
   * @param path where it lies
   * @param entries its lines in their order
   */
  record ConfigFile(Path path, List<CliIniFile.Entry> entries) {}

  /**
   * Reads those files that exist.
   *
   * @param given the file given on the command line, which has to exist
   * @return the files, weakest first
   * @throws FailureException for a file that cannot be opened or understood
   */
  List<ConfigFile> read(Optional<Path> given) {
    List<ConfigFile> files = new ArrayList<>(3);
    addIfThere(systemDirectory.resolve(FILE_NAME), files);
    Optional<Path> user = userDirectory();
    if (user.isPresent()) {
      addIfThere(user.get().resolve("letsencrypt").resolve(FILE_NAME), files);
    }
    if (given.isPresent()) {
      files.add(readGiven(given.get()));
    }
    return files;
  }

  private Optional<Path> userDirectory() {
    Optional<String> directory = environment.variable("XDG_CONFIG_HOME");
    if (directory.isPresent() && !directory.get().isEmpty()) {
      return Optional.of(Path.of(directory.get()));
    }
    Optional<String> home = environment.variable("HOME");
    return home.isPresent() ? Optional.of(Path.of(home.get(), ".config")) : Optional.empty();
  }

  private static void addIfThere(Path path, List<ConfigFile> files) {
    Optional<ConfigFile> file = readIfThere(path);
    if (file.isPresent()) {
      files.add(file.get());
    }
  }

  private static Optional<ConfigFile> readIfThere(Path path) {
    try {
      return Optional.of(parse(path, Files.readString(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FailureException(
          new Failure.Environment(
              unreadable(path, e), "Correct the file or its permissions.", false),
          e);
    }
  }

  private static ConfigFile readGiven(Path path) {
    try {
      return parse(path, Files.readString(path));
    } catch (IOException e) {
      throw new FailureException(
          new Failure.Usage(unreadable(path, e), "Check the path given by --config."), e);
    }
  }

  private static ConfigFile parse(Path path, String text) {
    try {
      return new ConfigFile(path, CliIniFile.parse(text, path.toString()));
    } catch (IniSyntaxException e) {
      throw new FailureException(
          new Failure.Usage(e.getMessage() + ".", "Write lines like: key = value"), e);
    }
  }

  private static String unreadable(Path path, IOException problem) {
    String reason = reason(problem);
    return "The configuration file " + path + " cannot be read: " + reason + ".";
  }

  private static String reason(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (problem instanceof AccessDeniedException) {
      return "permission is denied";
    }
    if (problem instanceof MalformedInputException) {
      return "it is not UTF-8 text";
    }
    return String.valueOf(problem.getMessage());
  }
}
