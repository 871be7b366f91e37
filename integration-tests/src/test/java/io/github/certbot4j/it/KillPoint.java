package io.github.certbot4j.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a program that changes files: the n-th call of a system call by one thread. A run can
 * be ended by SIGKILL at exactly that call, before it takes effect.
 */
public record KillPoint(String call, int nth, String description) {
  private static final String CALLS =
      "rename,renameat,renameat2,symlink,symlinkat,link,linkat,unlink,unlinkat,mkdir,fsync,"
          + "fdatasync,chmod,fchmod,ftruncate";
  private static final Pattern LINE = Pattern.compile("^(\\d+) +(\\w+)\\((.*)$");

  /** Notes all changes of a run in the given file. */
  public static ProgramRun recorded(ProgramRun run, Path trace) {
    return run.under(strace(), "-f", "--seccomp-bpf", "-y", "-o", trace.toString(), "-e", CALLS);
  }

  /** Ends the run here. */
  public ProgramRun applied(ProgramRun run) {
    // Without --seccomp-bpf, which forgets the count between two calls.
    return run.under(
        strace(),
        "-f",
        "-o",
        "/dev/null",
        "-e",
        "trace=" + call,
        "-e",
        "inject=" + call + ":signal=SIGKILL:when=" + nth);
  }

  /** The steps of a recorded run that touch a directory, at most so many, evenly spread. */
  public static List<KillPoint> in(Path trace, Path directory, int most) {
    List<KillPoint> all = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    FileTree.read(trace)
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line -> {
              int nth = counts.merge(line.group(1) + line.group(2), 1, Integer::sum);
              if (line.group(3).contains(directory.toString())
                  && !line.group(3).contains("EEXIST")) {
                all.add(new KillPoint(line.group(2), nth, line.group(2) + "(" + line.group(3)));
              }
            });
    if (all.size() <= most) {
      return all;
    }
    List<KillPoint> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(all.get(i * (all.size() - 1) / (most - 1)));
    }
    return some;
  }

  private static String strace() {
    return Requirement.program("strace", "strace").toString();
  }
}
