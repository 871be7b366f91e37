package io.github.certbot4j.nginx;

import io.github.certbot4j.nginx.load.ConfigFile;
import io.github.certbot4j.nginx.load.ConfigTree;
import io.github.certbot4j.nginx.parse.Body;
import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.nginx.parse.Statement;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the configuration says about nginx's master process.
 *
 * @param pidFile where it keeps its number
 * @param inForeground whether it doesn't leave the terminal or the supervisor that started it
 */
record MasterProcess(Path pidFile, boolean inForeground) {

  private static final Pattern BUILT_IN = Pattern.compile("--pid-path=(\\S+)");
  private static final Pattern PREFIX = Pattern.compile("--prefix=(\\S+)");
  private static final String USUAL_PREFIX = "/usr/local/nginx";
  private static final String USUAL_NAME = "logs/nginx.pid";

  /**
   * Reads the main part of a configuration.
   *
   * @param description what {@code nginx -V} tells, for what isn't configured
   */
  static MasterProcess of(ConfigTree tree, String description) {
    String name = configured("pid", tree).or(() -> first(BUILT_IN, description)).orElse(USUAL_NAME);
    Path prefix = Path.of(first(PREFIX, description).orElse(USUAL_PREFIX));
    boolean daemon = !configured("daemon", tree).equals(Optional.of("off"));
    return new MasterProcess(prefix.resolve(name), !daemon);
  }

  private static Optional<String> configured(String directive, ConfigTree tree) {
    return configured(directive, tree, tree.main().body(), new HashSet<>());
  }

  private static Optional<String> configured(
      String directive, ConfigTree tree, Body body, Set<Body> seen) {
    if (!seen.add(body)) {
      return Optional.empty();
    }
    for (Statement each : body.statements()) {
      if (each.isSimple(directive) && each.arguments().size() == 1) {
        return Optional.of(ByteText.decoded(each.arguments().get(0)));
      }
      Optional<String> included =
          ConfigTree.isInclude(each) ? inFiles(directive, tree, each, seen) : Optional.empty();
      if (included.isPresent()) {
        return included;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inFiles(
      String directive, ConfigTree tree, Statement include, Set<Body> seen) {
    for (ConfigFile file : tree.included(include)) {
      Optional<String> found = configured(directive, tree, file.body(), seen);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
