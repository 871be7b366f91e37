package io.github.certbot4j.builtin.webroot;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.OptionValues;
import io.github.certbot4j.spi.Question;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which directory each name is served from, or asks. */
final class RootChooser {

  private static final String OPTION = "--webroot-path";

  private final Display display;
  private final List<String> paths;
  private final Map<String, String> roots;
  private final List<String> typed = new ArrayList<>();

  RootChooser(OptionValues options, Display display) {
    this.display = display;
    this.paths = options.get(WebrootOptions.WEBROOT_PATH);
    this.roots = new LinkedHashMap<>(options.get(WebrootOptions.WEBROOT_MAP));
  }

  /**
   * The directory of a name: as mapped, else the path given last, else what the user answers.
   *
   * @throws FailureException when the user gave none
   */
  Path rootOf(DomainName name) {
    String known = roots.get(name.ascii());
    if (known == null) {
      known = paths.isEmpty() ? ask(name) : paths.get(paths.size() - 1);
      roots.put(name.ascii(), known);
    }
    return Path.of(known);
  }

  /** The directories of all names that were mapped beforehand or have been asked for. */
  Map<String, String> roots() {
    return new LinkedHashMap<>(roots);
  }

  private String ask(DomainName name) {
    while (true) {
      List<String> offered = knownRoots();
      if (offered.isEmpty()) {
        return askPath(name).orElseThrow(() -> noRoot(name));
      }
      int entry = askMenu(name, offered);
      Optional<String> root = entry == 0 ? askPath(name) : Optional.of(offered.get(entry - 1));
      if (root.isPresent()) {
        return root.get();
      }
    }
  }

  private int askMenu(DomainName name, List<String> offered) {
    List<String> entries = new ArrayList<>();
    entries.add("Another directory");
    entries.addAll(offered);
    Question question =
        Question.forced("Which directory does the web server serve " + name + " from?", OPTION);
    return display.menu(question, entries, Optional.empty()).orElseThrow(() -> noRoot(name));
  }

  private Optional<String> askPath(DomainName name) {
    Question question = Question.forced("The directory that " + name + " is served from:", OPTION);
    while (true) {
      Optional<String> answer = display.path(question, Optional.empty());
      if (answer.isEmpty()) {
        return answer;
      }
      Optional<String> directory = existing(answer.get());
      if (directory.isPresent()) {
        typed.add(0, directory.get());
        return directory;
      }
      display.framed(answer.get() + " is no existing directory.");
    }
  }

  /** Those typed in this run first, the latest at the top. */
  private List<String> knownRoots() {
    LinkedHashSet<String> known = new LinkedHashSet<>(typed);
    known.addAll(roots.values());
    return List.copyOf(known);
  }

  private static Optional<String> existing(String text) {
    try {
      Path path = Path.of(text.strip()).toAbsolutePath().normalize();
      boolean usable = !text.isBlank() && Files.isDirectory(path);
      return usable ? Optional.of(path.toString()) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static FailureException noRoot(DomainName name) {
    return FailureException.rejected(
        "There is no directory to put the challenge for " + name + " into.",
        "Give the directory that the web server serves with --webroot-path or --webroot-map.");
  }
}
