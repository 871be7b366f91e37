package io.github.certbot4j.it.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.differential.Verdict;
import io.github.certbot4j.it.differential.WantedDifference;
import io.github.certbot4j.it.webserver.SiteCommands;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The original and this program make the same of every layout, but for differences that the layout
 * names and {@code docs/differences.md} explains.
 */
class ApacheComparisonIT {
  private static final String[] ENHANCEMENTS = {"--redirect", "--hsts", "--uir", "--staple-ocsp"};

  /** Directories of the sandbox that hold configuration. */
  private static final List<String> PARTS = List.of("apache2", "srv");

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);

  static List<Layout> layouts() {
    return LayoutFile.chosen();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void both_programs_make_the_same_of(Layout layout) {
    ApacheServer apache = site.setUp(layout);
    site.ours().certbot().issue(layout.names().toArray(String[]::new));
    keep();
    apache.start();

    Outcome theirOutcome = install(layout, site.original());
    ConfigurationText theirs = ConfigurationText.of(apache.root());
    apache.stop();
    restore();
    apache.start();
    install(layout, site.ours()).succeeded();
    ConfigurationText ours = ConfigurationText.of(apache.root());

    List<String> differences =
        theirOutcome.exit() == 0
            ? theirs.differences(ours)
            : List.of("the original ends with " + theirOutcome.exit());
    Verdict verdict = Verdict.on(differences, layout.differs());
    assertThat(verdict.isGood()).as("%s", verdict).isTrue();
  }

  private void keep() {
    FileTree.directory(site.sandbox().path("start"));
    for (String part : PARTS) {
      FileTree.copy(FileTree.directory(site.sandbox().path(part)), kept(part));
    }
  }

  private void restore() {
    FileTree.delete(site.sandbox().work());
    for (String part : PARTS) {
      FileTree.delete(site.sandbox().path(part));
      FileTree.copy(kept(part), site.sandbox().path(part));
    }
  }

  private Path kept(String part) {
    return site.sandbox().path("start").resolve(part);
  }

  private Outcome install(Layout layout, SiteCommands certbot) {
    return site.server()
        .at(certbot.verb("install", "--cert-name", layout.lineage()).with(ENHANCEMENTS))
        .run();
  }

  @Test
  void every_difference_is_explained_in_the_documentation() {
    Path document = Path.of(System.getProperty("certbot4j.root", ".."), "docs/differences.md");
    String text = FileTree.read(document);

    assertThat(LayoutFile.all())
        .flatExtracting(Layout::differs)
        .extracting(WantedDifference::reason)
        .isNotEmpty()
        .allMatch(reason -> text.contains("`" + reason + "`"));
  }
}
