package io.github.certbot4j.it.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads scenarios from text. Each begins with {@code scenario: NAME}, or {@code base: NAME} for one
 * that others start from; what follows, up to the next one, is
 *
 * <pre>
 * from: BASE               the directories that it starts with
 * serve: HOST=DIRECTORY    a web server shows this directory for that host
 * run: COMMAND             a command line for /bin/sh
 * show: COMMAND            the same, with its standard output compared
 * differs: NAME: TEXT      differences that contain TEXT are wanted for the reason NAME
 * </pre>
 *
 * <p>A line that begins with blanks continues the one before it, on a line of its own. Lines that
 * are empty or begin with {@code #} are left out.
 */
public final class ScenarioFile {
  private final List<Scenario> scenarios = new ArrayList<>();
  private final Map<String, Scenario> bases = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();
  private Draft draft;

  private ScenarioFile() {}

  /**
   * Reads all scenarios.
   *
   * @throws IllegalArgumentException for text that is none of the above, naming its line
   */
  public static ScenarioFile parse(String text) {
    ScenarioFile file = new ScenarioFile();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int start = i;
      StringBuilder whole = new StringBuilder(line);
      while (i + 1 < lines.size() && lines.get(i + 1).startsWith(" ")) {
        i++;
        whole.append('\n').append(lines.get(i).strip());
      }
      file.take(whole.toString(), start + 1);
    }
    file.finish();
    return file;
  }

  /** The scenarios to compare, in the order of the text. */
  public List<Scenario> scenarios() {
    return List.copyOf(scenarios);
  }

  /**
   * The base of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Scenario base(String name) {
    Scenario base = bases.get(name);
    if (base == null) {
      throw new IllegalArgumentException("no base is called " + name);
    }
    return base;
  }

  private void take(String line, int number) {
    int colon = line.indexOf(": ");
    if (colon < 0) {
      throw new IllegalArgumentException("line " + number + " has no keyword: " + line);
    }
    String keyword = line.substring(0, colon);
    String value = line.substring(colon + 2).strip();
    if (keyword.equals("scenario") || keyword.equals("base")) {
      finish();
      if (!names.add(value)) {
        throw new IllegalArgumentException("line " + number + ": a second " + value);
      }
      draft = new Draft(value, keyword.equals("base"));
    } else if (draft == null || !draft.take(keyword, value)) {
      throw new IllegalArgumentException("line " + number + " is not understood: " + line);
    }
  }

  private void finish() {
    if (draft == null) {
      return;
    }
    Scenario scenario = draft.scenario();
    if (!scenario.from().isEmpty()) {
      base(scenario.from());
    }
    if (draft.isBase) {
      bases.put(scenario.name(), scenario);
    } else {
      scenarios.add(scenario);
    }
    draft = null;
  }

  private static final class Draft {
    private final String name;
    private final boolean isBase;
    private String from = "";
    private final List<Scenario.Line> lines = new ArrayList<>();
    private final Map<String, String> hosts = new LinkedHashMap<>();
    private final List<WantedDifference> wanted = new ArrayList<>();

    Draft(String name, boolean isBase) {
      this.name = name;
      this.isBase = isBase;
    }

    boolean take(String keyword, String value) {
      switch (keyword) {
        case "from" -> from = value;
        case "run" -> lines.add(new Scenario.Line(value, false));
        case "show" -> lines.add(new Scenario.Line(value, true));
        case "serve" -> hosts.put(before(value, "="), after(value, "="));
        case "differs" ->
            wanted.add(new WantedDifference(before(value, ": "), after(value, ": ").strip()));
        default -> {
          return false;
        }
      }
      return true;
    }

    private static String before(String value, String mark) {
      return value.substring(0, value.indexOf(mark));
    }

    private static String after(String value, String mark) {
      return value.substring(value.indexOf(mark) + mark.length());
    }

    Scenario scenario() {
      return new Scenario(name, from, lines, hosts, wanted);
    }
  }
}
