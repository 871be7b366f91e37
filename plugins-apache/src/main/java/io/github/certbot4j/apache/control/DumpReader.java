package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.config.ServerVersion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what the server's program prints about itself. */
final class DumpReader {

  private static final Pattern VERSION =
      Pattern.compile("Apache/([0-9]+(?:\\.[0-9]+)*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFINE = Pattern.compile("^Define: (\\S+?)(?:=(.*))?$");
  private static final Pattern SERVER_ROOT = Pattern.compile("^ServerRoot: \"(.*)\"$");
  private static final Pattern PID_FILE = Pattern.compile("^PidFile: \"(.*)\"$");
  private static final Pattern ERROR_LOG = Pattern.compile("^Main ErrorLog: \"(.*)\"$");
  private static final Pattern INCLUDE = Pattern.compile("^\\s*\\([\\d*]+\\)\\s+(/.*)$");
  private static final Pattern MODULE = Pattern.compile("^\\s*(\\S+_module)\\b.*$");

  private DumpReader() {}

  /** The version in the output of {@code -v}. */
  static ServerVersion version(String output) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = VERSION.matcher(output);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    if (found.size() != 1) {
      throw ApacheTrouble.of(
          "The version of Apache cannot be told from what its control program prints.",
          "See what it says to -v.");
    }
    return ServerVersion.parse(found.iterator().next());
  }

  /** Names and values in the output of {@code DUMP_RUN_CFG}. */
  static Map<String, String> defines(String output) {
    Map<String, String> defines = new LinkedHashMap<>();
    output
        .lines()
        .map(DEFINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> defines.put(line.group(1), Optional.ofNullable(line.group(2)).orElse("")));
    defines.remove("DUMP_RUN_CFG");
    return defines;
  }

  /** What relative names are resolved against; in the output of {@code DUMP_RUN_CFG}. */
  static Optional<Path> serverRoot(String output) {
    return firstPath(SERVER_ROOT, output);
  }

  /** Where the server's process number is kept; in the output of {@code DUMP_RUN_CFG}. */
  static Optional<Path> pidFile(String output) {
    return firstPath(PID_FILE, output);
  }

  /** The log of the main server; in the output of {@code DUMP_RUN_CFG}. */
  static Optional<Path> errorLog(String output) {
    return firstPath(ERROR_LOG, output);
  }

  private static Optional<Path> firstPath(Pattern pattern, String output) {
    return output
        .lines()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .flatMap(line -> path(line.group(1)).stream())
        .findFirst();
  }

  /** Files in the output of {@code DUMP_INCLUDES}. */
  static List<Path> includes(String output) {
    List<Path> files = new ArrayList<>();
    output
        .lines()
        .map(INCLUDE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> path(line.group(1)).ifPresent(files::add));
    return files;
  }

  /** Identifiers in the output of {@code DUMP_MODULES}. */
  static Set<String> modules(String output) {
    Set<String> modules = new LinkedHashSet<>();
    output
        .lines()
        .map(MODULE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> modules.add(line.group(1)));
    return modules;
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
