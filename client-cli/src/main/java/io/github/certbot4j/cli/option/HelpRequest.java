package io.github.certbot4j.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognises lines that ask for help or the version, whatever else they say. */
public final class HelpRequest {

  private static final List<String> FLAGS = List.of("-h", "--help");

  private HelpRequest() {}

  /** The request for help or the version; empty when the line asks for something else. */
  public static Optional<Invocation> in(List<String> arguments) {
    if (!arguments.isEmpty() && arguments.get(0).equals("help")) {
      return Optional.of(
          new Invocation.ShowHelp(List.copyOf(arguments.subList(1, second(arguments)))));
    }
    boolean help = false;
    List<String> topics = new ArrayList<>(FLAGS.size());
    for (String flag : FLAGS) {
      int at = arguments.indexOf(flag);
      help |= at >= 0;
      if (at >= 0 && at + 1 < arguments.size()) {
        topics.add(arguments.get(at + 1));
      }
    }
    if (help) {
      return Optional.of(new Invocation.ShowHelp(List.copyOf(topics)));
    }
    return asksForVersion(arguments) ? Optional.of(new Invocation.ShowVersion()) : Optional.empty();
  }

  private static int second(List<String> arguments) {
    return Math.min(2, arguments.size());
  }

  private static boolean asksForVersion(List<String> arguments) {
    int version = arguments.indexOf("--version");
    int end = arguments.indexOf("--");
    return version >= 0 && (end < 0 || version < end);
  }
}
