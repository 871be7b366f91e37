package io.github.certbot4j.it.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.differential.Verdict;
import io.github.certbot4j.it.differential.WantedDifference;
import io.github.certbot4j.it.webserver.SiteCommands;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each layout is given to the original and to this program. Both have to write the same
 * configuration, whatever the room between lines, but for the differences that the layout names and
 * {@code docs/differences.md} explains.
 */
class NginxDifferentialIT {
  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final NginxSite site = new NginxSite(CA);

  static Stream<Layout> layouts() {
    return NginxLayoutsIT.layouts();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void both_programs_write_the_same(Layout layout) throws IOException {
    Path start = site.sandbox().path("start");
    FileTree.copy(site.server().root(), start);
    layout.into(site.server());
    site.server().start();
    Installed theirs = installed(site.original(), layout);

    FileTree.delete(site.server().root());
    FileTree.delete(site.sandbox().work());
    FileTree.copy(start, site.server().root());
    layout.into(site.server());
    site.server().reload();
    Installed own = installed(site.ours(), layout);

    Verdict verdict = Verdict.on(own.differencesFrom(theirs), layout.wanted());
    assertThat(verdict.isGood()).as("%s", verdict).isTrue();
  }

  private Installed installed(SiteCommands commands, Layout layout) throws IOException {
    String certificate = site.server().path("own/cert.pem").toString();
    Outcome outcome =
        commands
            .verb("install", "--cert-path", certificate, "--fullchain-path", certificate)
            .with("--chain-path", certificate)
            .with("--key-path", site.server().path("own/key.pem").toString())
            .with(layout.options().toArray(String[]::new))
            .with("-d", String.join(",", layout.names()))
            .run();
    Map<String, ConfigText> files = new TreeMap<>();
    Path root = site.server().root();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.put(root.relativize(file).toString(), ConfigText.of(file));
      }
    }
    return new Installed(outcome.exit(), files);
  }

  /** What one program left. */
  private record Installed(int exit, Map<String, ConfigText> files) {

    List<String> differencesFrom(Installed original) {
      assertThat(files.keySet()).as("the files").isEqualTo(original.files.keySet());
      List<String> differences = new ArrayList<>();
      if (exit != original.exit) {
        differences.add("exit: original " + original.exit + ", ours " + exit);
      }
      files.forEach(
          (path, text) ->
              text.differencesFrom(original.files.get(path))
                  .forEach(each -> differences.add(path + " " + each)));
      return differences;
    }
  }

  @Test
  void every_difference_is_explained_in_the_documentation() {
    Path document = Path.of(System.getProperty("certbot4j.root", ".."), "docs/differences.md");
    String text = FileTree.read(document);

    Set<String> reasons =
        Layout.all().stream()
            .flatMap(layout -> layout.wanted().stream())
            .map(WantedDifference::reason)
            .collect(Collectors.toSet());

    assertThat(reasons).isNotEmpty().allMatch(reason -> text.contains("`" + reason + "`"));
  }
}
