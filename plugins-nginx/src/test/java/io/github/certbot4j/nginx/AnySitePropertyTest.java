package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.nginx.parse.Parser;
import io.github.certbot4j.nginx.parse.SyntaxException;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever a site looks like, nothing of it gets lost, and everything can be taken back. */
final class AnySitePropertyTest {

  private static final List<String> NAMES = List.of("a.example.com", "b.example.com");

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void an_installation_keeps_every_line_and_can_be_undone(
      @ForAll("sites") String text, @ForAll Set<Enhancement> enhancements) throws IOException {
    Path directory = Files.createTempDirectory("any-site");
    try {
      Site site = new Site(directory).write("sites/x", text);
      int checkpoints = install(site, enhancements);
      String after = site.readAsIs("sites/x");
      checkKept(text, after);
      assertThat(install(site, enhancements)).as("a second time").isZero();
      assertThat(site.readAsIs("sites/x")).isEqualTo(after);
      site.prepared().rollback(checkpoints);
      assertThat(site.readAsIs("sites/x")).isEqualTo(text);
    } finally {
      delete(directory);
    }
  }

  /** Installs and enhances as the flows do; the result is the number of checkpoints. */
  private static int install(Site site, Set<Enhancement> enhancements) {
    NginxServer server = site.prepared();
    DeployPaths paths = site.lineage("c1");
    int checkpoints = 0;
    for (String name : NAMES) {
      server.deploy(Site.name(name), paths);
      server.save("", false);
    }
    checkpoints += server.save("Deployed ACME Certificate", false) ? 1 : 0;
    for (Enhancement enhancement : enhancements) {
      try {
        NAMES.forEach(name -> server.enhance(Site.name(name), enhancement, paths));
        checkpoints += server.save("Add enhancement", false) ? 1 : 0;
      } catch (FailureException e) {
        server.recover();
      }
    }
    return checkpoints;
  }

  /** All lines but those for plain HTTP stand in the new text, in their order. */
  private static void checkKept(String before, String after) {
    try {
      assertThat(Parser.parse(after).toString()).isEqualTo(after);
    } catch (SyntaxException e) {
      throw new AssertionError(after, e);
    }
    List<String> missing = new ArrayList<>();
    int from = 0;
    for (String line : before.lines().map(String::strip).toList()) {
      int at = after.indexOf(line, from);
      boolean mayGo = line.startsWith("listen") || line.startsWith("ssl_certificate");
      if (at < 0 && !mayGo) {
        missing.add(line);
      }
      from = at < 0 || mayGo ? from : at;
    }
    assertThat(missing).as(after).isEmpty();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Provide
  Arbitrary<String> sites() {
    Arbitrary<String> lineEnd = Arbitraries.of("\n", "\r\n");
    Arbitrary<String> indent = Arbitraries.of("    ", "\t", "  ", "");
    Arbitrary<List<String>> lines =
        Arbitraries.of(
                "listen 80;",
                "listen 443 ssl;",
                "listen [::]:80;",
                "listen unix:/run/x.sock;",
                "listen 443 quic;",
                "root /srv; # c",
                "# comment { ; '",
                "location / { return 200 \"x;}\"; }",
                "add_header X-A \u00ff;",
                "ssl_certificate /x; # mine",
                "",
                "if ($args) { return 403; }")
            .list()
            .ofMaxSize(8)
            .map(AnySitePropertyTest::closed);
    return Combinators.combine(lineEnd, indent, lines, lines)
        .as(
            (end, in, first, second) ->
                block("a.example.com www.a.example.com", first, in, end)
                    + end
                    + block("*.example.com", second, in, end)
                    + "# end");
  }

  /** Each line once, and a directive of two lines behind them. */
  private static List<String> closed(List<String> lines) {
    List<String> kept = new ArrayList<>(new LinkedHashSet<>(lines));
    kept.add("rewrite \"^/a{1,2}\" /b");
    kept.add("  last;");
    return kept;
  }

  private static String block(String names, List<String> lines, String indent, String lineEnd) {
    StringBuilder text = new StringBuilder("server {").append(lineEnd);
    lines.forEach(line -> text.append(indent).append(line).append(lineEnd));
    return text.append(indent)
        .append("server_name ")
        .append(names)
        .append(';')
        .append(lineEnd)
        .append('}')
        .append(lineEnd)
        .toString();
  }
}
